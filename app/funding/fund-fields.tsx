import { type Meeting, meet, stoodOf } from '#app/kernel/conflict.ts';
import { ConflictChoice } from '#app/ui/conflict.tsx';
import { Money } from '#app/ui/money.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { FieldErrors } from './error-words.tsx';
import type { FundingLine } from './funding.ts';
import { amountField, memoField, noteField, provisionalField } from './letter-form.ts';

export type Fund = { code: string; nameNl: string; nameEn: string };

type FundProps = {
  fund: Fund;
  years: readonly number[];
  lines: readonly FundingLine[];
  typed: Readonly<Record<string, string>>;
  /** how the fields stand now, by name */
  stood: Readonly<Record<string, string>>;
  /** somebody else renewed the document while this was typed */
  conflict: boolean;
  errorAt: FieldErrors;
};

/** The amounts of one fund by year; after a conflict each says what the other letter made of it. */
export function FundFields({ fund, years, lines, typed, stood, conflict, errorAt }: FundProps) {
  const text = useText();
  const locale = useLocale();
  const name = locale === 'en' ? fund.nameEn : fund.nameNl;
  const renewed = lines.length > 0;
  const fresh = Object.keys(typed).length === 0;
  const seen = stoodOf(typed);
  const met = (name: string) => {
    const theirs = stood[name] ?? '';
    if (fresh) return { kind: 'mine' as const, value: theirs };
    const mine = typed[name] ?? '';
    return conflict ? meet({ seen: seen[name] ?? '', theirs, mine }) : { kind: 'mine' as const, value: mine };
  };
  return (
    <DataTable
      caption={name}
      rowHead={text('funding.letter.year')}
      columns={[
        ...(renewed ? [{ key: 'now', head: text('funding.letter.now') }] : []),
        { key: 'amount', head: text('funding.letter.amount') },
        { key: 'provisional', head: text('funding.letter.provisional'), kind: 'text' as const },
        { key: 'memo', head: text('funding.letter.memo'), kind: 'text' as const },
        { key: 'why', head: text('funding.letter.why'), kind: 'text' as const },
      ]}
      rows={years.map((year) => {
        const line = lines.find((one) => one.year === year);
        const path = amountField(fund.code, year);
        const error = errorAt(path);
        const amount = met(path);
        const provisional = met(provisionalField(fund.code, year));
        const memo = met(memoField(fund.code, year));
        const words = { fund: name, year: String(year) };
        return {
          key: String(year),
          head: String(year),
          cells: {
            now: (
              <Money
                value={line?.cents ?? null}
                unit="eur2"
                mark={!line ? null : line.cents === null ? 'pm' : line.provisional ? 'provisional' : null}
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
                  key={amount.kind === 'took' ? amount.value : 'own'}
                  defaultValue={amount.value}
                />
                {error ? (
                  <span id={`${path}-error`} className="grid-note">
                    {error}
                  </span>
                ) : null}
                <AmountConflict met={amount} name={path} label={`${name} ${year}`} />
              </>
            ),
            provisional: (
              <input
                type="checkbox"
                name={provisionalField(fund.code, year)}
                aria-label={text('funding.letter.provisional.label', words)}
                key={provisional.kind === 'took' ? provisional.value : 'own'}
                defaultChecked={provisional.value !== ''}
              />
            ),
            memo: (
              <input
                type="checkbox"
                name={memoField(fund.code, year)}
                aria-label={text('funding.letter.memo.label', words)}
                key={memo.kind === 'took' ? memo.value : 'own'}
                defaultChecked={memo.value !== ''}
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

function AmountConflict({ met, name, label }: { met: Meeting; name: string; label: string }) {
  if (met.kind === 'mine') return null;
  const put = (value: string) => {
    const input = document.getElementById(name);
    if (input instanceof HTMLInputElement) input.value = value;
  };
  if (met.kind === 'took') return <ConflictChoice name={name} label={label} theirs={met.value} />;
  const { theirs, value: mine } = met;
  const choose = (side: 'mine' | 'theirs') => put(side === 'mine' ? mine : theirs);
  return <ConflictChoice {...{ name, label, mine, theirs }} onChoose={choose} />;
}
