import type { FieldError } from '#app/kernel/rejection.ts';

/** Heads of a unit by a named definition on a reference date (ISO). `null`: unknown or masked. */
export type HeadCount = { unit: string; definition: string; date: string; heads: number | null };

/**
 * Which count a rule asks for: a definition and a reference date, either one date for every year or a day
 * of the calendar some years before the year that is divided (1 October of the year before).
 */
export type HeadBasis = { definition: string; date: string | YearlyDate };
export type YearlyDate = { month: number; day: number; yearsBefore: number };

/** The reference date (ISO) that a rule asks for when it divides the money of a year. */
export function referenceDate(basis: HeadBasis, year: number): string {
  if (typeof basis.date === 'string') return basis.date;
  const { month, day, yearsBefore } = basis.date;
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${year - yearsBefore}-${pad(month)}-${pad(day)}`;
}

/** Head counts ready to be asked; the order in which they came does not matter. */
export class HeadBook {
  readonly #byUnit = new Map<string, HeadCount[]>();

  constructor(counts: readonly HeadCount[]) {
    for (const count of counts) {
      const key = JSON.stringify([count.unit, count.definition]);
      this.#byUnit.set(key, [...(this.#byUnit.get(key) ?? []), count]);
    }
  }

  /** @returns the heads; 0 when unknown, which `problem` refuses before. */
  heads(unit: string, basis: HeadBasis, year: number): number {
    return this.#find(unit, basis, year)?.heads ?? 0;
  }

  /** Why the asked count cannot be used: missing, unknown, or there is only one of another date. */
  problem(unit: string, basis: HeadBasis, year: number): Omit<FieldError, 'path'> | null {
    const count = this.#find(unit, basis, year);
    const params = { unit, definition: basis.definition, date: referenceDate(basis, year), year };
    if (count) return count.heads === null ? { code: 'allocation.heads-unknown', params } : null;
    const dates = this.#counts(unit, basis)
      .map((other) => other.date)
      .toSorted();
    if (dates.length === 0) return { code: 'allocation.heads-missing', params };
    return { code: 'allocation.heads-other-date', params: { ...params, found: dates.join(', ') } };
  }

  #counts(unit: string, basis: HeadBasis): HeadCount[] {
    return this.#byUnit.get(JSON.stringify([unit, basis.definition])) ?? [];
  }

  #find(unit: string, basis: HeadBasis, year: number): HeadCount | undefined {
    const date = referenceDate(basis, year);
    return this.#counts(unit, basis).find((count) => count.date === date);
  }
}

/** Counts that are no counts: below zero or broken, or the same count given twice with another number. */
export function headCountErrors(counts: readonly HeadCount[]): FieldError[] {
  const errors: FieldError[] = [];
  const seen = new Map<string, number | null>();
  for (const [index, { unit, definition, date, heads }] of counts.entries()) {
    const path = `headCounts.${index}.heads`;
    if (heads !== null && (heads < 0 || !Number.isSafeInteger(heads))) {
      errors.push({ path, code: 'allocation.heads-negative', params: { unit, definition, date, heads } });
    }
    const key = JSON.stringify([unit, definition, date]);
    if (seen.has(key) && seen.get(key) !== heads) {
      errors.push({ path, code: 'allocation.heads-twice', params: { unit, definition, date } });
    }
    seen.set(key, heads);
  }
  return errors;
}
