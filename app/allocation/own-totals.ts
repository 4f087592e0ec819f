import { readMarkedEuro } from '#app/funding/amount-field.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { FieldError } from '#app/kernel/rejection.ts';

/**
 * Amounts given by hand: cents by year, the years of which the amount is provisional, and those of which it is not
 * known yet (pm), which have none. Lists that are empty are left out.
 */
export type OwnMoney = { totals: Record<string, Cents>; provisional?: number[]; pm?: number[] };

/** Of other fields too, only the money. */
export function ownMoney({ totals, provisional = [], pm = [] }: OwnMoney): OwnMoney {
  return {
    totals,
    ...(provisional.length > 0 && { provisional }),
    ...(pm.length > 0 && { pm }),
  };
}

/** Reads the amounts given by hand: the fields `totals.<year>`, as `1.000`, `1.000*` or `pm`; empty ones are left out. */
export function readTotals(
  form: Iterable<[string, FormDataEntryValue]>,
): OwnMoney & { errors: FieldError[] } {
  const totals: Record<string, Cents> = {};
  const provisional: number[] = [];
  const pm: number[] = [];
  const errors: FieldError[] = [];
  for (const [name, value] of form) {
    const year = name.match(/^totals\.(\d{4})$/)?.[1];
    if (!year || typeof value !== 'string') continue;
    const read = readMarkedEuro(value, name);
    if (read.error) errors.push(read.error);
    else if (read.cents !== null) totals[year] = read.cents;
    if (read.mark === 'provisional') provisional.push(Number(year));
    if (read.mark === 'pm') pm.push(Number(year));
  }
  return { ...ownMoney({ totals, provisional, pm }), errors };
}

/** The amounts as a form shows them, by year. */
export function ownTexts(
  { totals, provisional = [], pm = [] }: OwnMoney,
  print: (cents: Cents) => string,
): Record<string, string> {
  const star = (year: string) => (provisional.includes(Number(year)) ? '*' : '');
  return {
    ...Object.fromEntries(Object.entries(totals).map(([year, cents]) => [year, print(cents) + star(year)])),
    ...Object.fromEntries(pm.map((year) => [String(year), 'pm'])),
  };
}
