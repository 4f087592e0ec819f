import { formatAmount } from '#app/kernel/amount-format.ts';
import { chosenTheirs } from '#app/kernel/conflict.ts';
import type { FieldError } from '#app/kernel/rejection.ts';
import { readMarkedEuro } from './amount-field.ts';
import type { LetterAmount } from './funding.input.ts';
import type { FundingLine } from './funding.ts';

/** Names of the fields of a fund in a year; an error stands at the amount. */
export const amountField = (fund: string, year: number) => `amount.${fund}.${year}`;
export const provisionalField = (fund: string, year: number) => `provisional.${fund}.${year}`;
export const memoField = (fund: string, year: number) => `memo.${fund}.${year}`;
export const noteField = (fund: string, year: number) => `note.${fund}.${year}`;

/** How the fields of a letter stand by name, as its form shows what the last version says. */
export function letterStood(lines: readonly FundingLine[], locale: 'nl' | 'en'): Record<string, string> {
  return Object.fromEntries(
    lines.flatMap(({ fund, year, cents, provisional, memo }) => [
      [amountField(fund, year), cents === null ? 'pm' : formatAmount(cents, 'eur2', locale)],
      [provisionalField(fund, year), provisional ? 'on' : ''],
      [memoField(fund, year), memo ? 'on' : ''],
    ]),
  );
}

/** What was sent, with the other's value where that was chosen; a box that is not ticked is not sent. */
export function settled(typed: Readonly<Record<string, string>>): Record<string, string> {
  const all = Object.entries({ ...typed, ...chosenTheirs(typed) });
  return Object.fromEntries(
    all.filter(([name, value]) => value !== '' || !/^(provisional|memo)\./.test(name)),
  );
}

export type LetterFrame = {
  funds: readonly string[];
  years: readonly number[];
  /** what the version to renew says */
  current: readonly FundingLine[];
};

/**
 * Reads the amounts of a letter as typed. An empty field says nothing, unless there was an amount: that does
 * not vanish (`funding.amount-removed`).
 * @param typed the fields of the form by name
 */
export function readLetterAmounts(
  typed: Readonly<Record<string, string>>,
  { funds, years, current }: LetterFrame,
): { amounts: LetterAmount[]; errors: FieldError[] } {
  const amounts: LetterAmount[] = [];
  const errors: FieldError[] = [];
  for (const fund of funds) {
    for (const year of years) {
      const path = amountField(fund, year);
      const read = readMarkedEuro(typed[path] ?? '', path);
      const before = current.find((line) => line.fund === fund && line.year === year);
      if (read.error) errors.push(read.error);
      else if (read.cents === null && read.mark === null) {
        if (before?.cents === null) errors.push({ path, code: 'funding.pm-removed', params: {} });
        else if (before)
          errors.push({ path, code: 'funding.amount-removed', params: { cents: before.cents } });
      } else if (read.cents !== null && read.cents < 0)
        errors.push({ path, code: 'funding.negative', params: {} });
      else {
        const ticked = typed[provisionalField(fund, year)] !== undefined;
        // a star says the same as the tick; pm is no amount that could still change
        const provisional = read.mark === 'provisional' || (ticked && read.mark !== 'pm');
        const memo = typed[memoField(fund, year)] !== undefined;
        const same =
          before?.cents === read.cents && before.provisional === provisional && before.memo === memo;
        const note = typed[noteField(fund, year)]?.trim() || (same ? before.note : '');
        amounts.push({ fund, year, cents: read.cents, provisional, memo, note });
      }
    }
  }
  return { amounts, errors };
}
