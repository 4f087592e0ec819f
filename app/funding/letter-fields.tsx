import { Form } from 'react-router';
import { formatAmount } from '#app/kernel/amount-format.ts';
import { years } from '#app/kernel/period.ts';
import type { Problem } from '#app/kernel/problem.ts';
import { Button } from '#app/ui/button.tsx';
import { DateField, ErrorSummary, FileField, FormActions, TextArea, TextField } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/frame.tsx';
import { Money } from '#app/ui/money.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import { useErrorWords } from './error-words.tsx';
import type { FundingLine, FundingVersion } from './funding.ts';
import { amountField, noteField, provisionalField } from './letter-form.ts';

type Fund = { code: string; nameNl: string; nameEn: string };
type Typed = Readonly<Record<string, string>>;

type Props = {
  firstYear: number;
  lastYear: number;
  today: string;
  funds: readonly Fund[];
  kind: { code: string };
  document: { code: string; last: FundingVersion | null } | null;
  problem?: Problem;
  typed?: Typed;
};

/** The form of a letter: what it is, its amounts per fund and year, from when, and the letter itself. */
export function LetterFields({ document, kind, problem, typed = {}, ...frame }: Props) {
  const text = useText();
  const locale = useLocale();
  const words = useErrorWords((param, code) => {
    const fund = param === 'fund' ? frame.funds.find((one) => one.code === code) : undefined;
    return fund ? (locale === 'en' ? fund.nameEn : fund.nameNl) : code;
  });
  const errors = problem?.errors ?? [];
  const errorAt = (path: string) => {
    const error = errors.find((one) => one.path === path);
    return error ? words(error) : null;
  };
  const summary = problem && errors.length === 0 ? [{ text: words(problem) }] : [];
  const hidden: Record<string, string> = document
    ? { document: document.code, seen: String(document.last?.number ?? 0) }
    : { kind: kind.code };
  return (
    <Form method="post" encType="multipart/form-data" noValidate>
      <ErrorSummary
        errors={[...summary, ...errors.map((error) => ({ id: error.path, text: words(error) }))]}
      />
      <HiddenFields fields={hidden} />
      {document ? null : (
        <>
          <TextField
            id="title"
            name="title"
            label={text('funding.letter.name')}
            defaultValue={typed.title}
            error={errorAt('title')}
          />
          <TextField
            id="code"
            name="code"
            width="short"
            label={text('funding.letter.code')}
            hint={text('funding.letter.code.hint')}
            defaultValue={typed.code}
            error={errorAt('code')}
          />
        </>
      )}
      <DateField
        id="from"
        name="from"
        label={text('funding.letter.from')}
        hint={text('funding.letter.from.hint')}
        defaultValue={typed.from ?? frame.today}
        error={errorAt('from')}
      />
      <h2 id="amounts">{text('funding.letter.amounts')}</h2>
      <p className="sub">{text('funding.letter.amounts.hint')}</p>
      {frame.funds.map((fund) => (
        <FundFields
          key={fund.code}
          fund={fund}
          years={years(frame.firstYear, frame.lastYear)}
          lines={document?.last?.lines.filter((line) => line.fund === fund.code) ?? []}
          typed={typed}
          errorAt={errorAt}
        />
      ))}
      <TextArea
        id="note"
        name="note"
        optional
        label={text('funding.letter.note')}
        defaultValue={typed.note}
      />
      <TextField
        id="source"
        name="source"
        optional
        label={text('funding.letter.source')}
        defaultValue={typed.source}
      />
      <FileField
        id="files"
        name="files"
        multiple
        optional
        label={text('funding.letter.files')}
        hint={text('funding.letter.files.hint')}
        error={errorAt('files')}
      />
      <FormActions>
        <Button kind="primary">{text('funding.letter.save')}</Button>
      </FormActions>
    </Form>
  );
}

type FundProps = {
  fund: Fund;
  years: readonly number[];
  lines: readonly FundingLine[];
  typed: Typed;
  errorAt: (path: string) => string | null;
};

function FundFields({ fund, years, lines, typed, errorAt }: FundProps) {
  const text = useText();
  const locale = useLocale();
  const name = locale === 'en' ? fund.nameEn : fund.nameNl;
  const renewed = lines.length > 0;
  const fresh = Object.keys(typed).length === 0;
  return (
    <DataTable
      caption={name}
      rowHead={text('funding.letter.year')}
      columns={[
        ...(renewed ? [{ key: 'now', head: text('funding.letter.now') }] : []),
        { key: 'amount', head: text('funding.letter.amount') },
        { key: 'provisional', head: text('funding.letter.provisional'), kind: 'text' as const },
        { key: 'why', head: text('funding.letter.why'), kind: 'text' as const },
      ]}
      rows={years.map((year) => {
        const line = lines.find((one) => one.year === year);
        const path = amountField(fund.code, year);
        const error = errorAt(path);
        const words = { fund: name, year: String(year) };
        return {
          key: String(year),
          head: String(year),
          cells: {
            now: (
              <Money
                value={line?.cents ?? null}
                unit="eur2"
                mark={line?.provisional ? 'provisional' : null}
              />
            ),
            amount: (
              <>
                <input
                  id={path}
                  name={path}
                  type="text"
                  inputMode="decimal"
                  autoComplete="off"
                  className="input input-amount"
                  aria-label={text('funding.letter.amount.label', words)}
                  aria-invalid={error ? true : undefined}
                  aria-describedby={error ? `${path}-error` : undefined}
                  defaultValue={typed[path] ?? (line ? formatAmount(line.cents, 'eur2', locale) : '')}
                />
                {error ? (
                  <span id={`${path}-error`} className="grid-note">
                    {error}
                  </span>
                ) : null}
              </>
            ),
            provisional: (
              <input
                type="checkbox"
                name={provisionalField(fund.code, year)}
                aria-label={text('funding.letter.provisional.label', words)}
                defaultChecked={
                  fresh ? (line?.provisional ?? false) : provisionalField(fund.code, year) in typed
                }
              />
            ),
            why: (
              <input
                type="text"
                name={noteField(fund.code, year)}
                className="input"
                aria-label={text('funding.letter.why.label', words)}
                defaultValue={typed[noteField(fund.code, year)] ?? ''}
              />
            ),
          },
        };
      })}
    />
  );
}
