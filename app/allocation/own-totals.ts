import { readEuro } from '#app/funding/amount-field.ts';
import type { FieldError } from '#app/kernel/rejection.ts';

/** Reads the amounts given by hand: the fields `totals.<year>`, cents by year; empty ones are left out. */
export function readTotals(form: Iterable<[string, FormDataEntryValue]>): {
  totals: Record<string, number>;
  errors: FieldError[];
} {
  const totals: Record<string, number> = {};
  const errors: FieldError[] = [];
  for (const [name, value] of form) {
    const year = name.match(/^totals\.(\d{4})$/)?.[1];
    if (!year || typeof value !== 'string') continue;
    const read = readEuro(value, name);
    if (read.error) errors.push(read.error);
    else if (read.cents !== null) totals[year] = read.cents;
  }
  return { totals, errors };
}
