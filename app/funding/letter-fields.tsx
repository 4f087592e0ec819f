import { Form } from 'react-router';
import { stoodField } from '#app/kernel/conflict.ts';
import { years } from '#app/kernel/period.ts';
import type { Problem } from '#app/kernel/problem.ts';
import { Button } from '#app/ui/button.tsx';
import { DateField, FileField, FormActions, TextArea, TextField } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/frame.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import { fieldErrors, fieldWire, RefusalSummary, useErrorWords } from './error-words.tsx';
import { type Fund, FundFields } from './fund-fields.tsx';
import type { FundingVersion } from './funding.ts';
import { letterStood } from './letter-form.ts';
import { NameFields } from './name-fields.tsx';

type Props = {
  firstYear: number;
  lastYear: number;
  today: string;
  funds: readonly Fund[];
  kind: { code: string };
  unit: { code: string } | null;
  document: { code: string; last: FundingVersion | null } | null;
  problem?: Problem;
  typed?: Readonly<Record<string, string>>;
};

/** The form of a letter: what it is, its amounts per fund and year, from when, and the letter itself. */
export function LetterFields({ document, kind, unit, problem, typed = {}, ...frame }: Props) {
  const text = useText();
  const locale = useLocale();
  const words = useErrorWords((param, code) => {
    const fund = param === 'fund' ? frame.funds.find((one) => one.code === code) : undefined;
    return fund ? (locale === 'en' ? fund.nameEn : fund.nameNl) : code;
  });
  const errorAt = fieldErrors(problem, words);
  const wire = fieldWire(typed, errorAt);
  const stood = letterStood(document?.last?.lines ?? [], locale);
  const hidden: Record<string, string> = document
    ? {
        document: document.code,
        seen: String(document.last?.number ?? 0),
        [stoodField]: JSON.stringify(stood),
      }
    : { kind: kind.code, ...(unit && { unit: unit.code }) };
  return (
    <Form method="post" encType="multipart/form-data" noValidate>
      <RefusalSummary problem={problem} words={words} />
      <HiddenFields fields={hidden} />
      {document ? null : <NameFields of="funding" wire={wire} />}
      <DateField
        {...wire('from', frame.today)}
        label={text('funding.letter.from')}
        hint={text('funding.letter.from.hint')}
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
          stood={stood}
          conflict={problem?.code === 'conflict'}
          errorAt={errorAt}
        />
      ))}
      <TextArea {...wire('note')} optional label={text('funding.letter.note')} />
      <TextField {...wire('source')} optional label={text('funding.letter.source')} />
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
