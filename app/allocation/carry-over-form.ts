import { readMarkedEuro } from '#app/funding/amount-field.ts';
import { formatAmount } from '#app/kernel/amount-format.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import type { SaveCarry } from './carry-over.input.ts';
import { type Carry, leftOf, type YearEnd } from './carry-over.ts';

/** A row of the form: a carry-over, or a place that has something left and carries nothing yet. */
export type CarryRow = Carry & { end: YearEnd | null };

export const field = (index: number, name: 'fund' | 'unit' | 'year' | 'to' | 'cents' | 'reason') =>
  `carries.${index}.${name}`;

/** The carry-overs of a version; of a draft also the other places of its years where something is left. */
export function carryRows(
  carries: readonly Carry[],
  ends: readonly YearEnd[],
  { draft, firstYear }: { draft: boolean; firstYear: number },
): CarryRow[] {
  const endOf = (place: YearEnd | Carry) =>
    ends.find((end) => end.fund === place.fund && end.unit === place.unit && end.year === place.year) ?? null;
  const rows = carries.map((carry) => ({ ...carry, end: endOf(carry) }));
  if (!draft) return rows;
  const years = new Set(carries.length > 0 ? carries.map((carry) => carry.year) : [firstYear]);
  const others = ends.filter(
    (end) => years.has(end.year) && leftOf(end) && !rows.some((row) => row.end === end),
  );
  return [
    ...rows,
    ...others.map((end) => ({
      ...{
        fund: end.fund,
        unit: end.unit,
        year: end.year,
        to: Math.max(carries[0]?.to ?? 0, end.year + 1),
        cents: 0,
        reason: '',
        end,
      },
    })),
  ];
}

/** How the fields of the form stand, by name. */
export function carryFields(rows: readonly CarryRow[], locale: 'nl' | 'en'): Record<string, string> {
  return Object.fromEntries(
    rows.flatMap(({ cents, to, reason }, index) => [
      [field(index, 'cents'), cents === 0 ? '' : formatAmount(cents, 'eur2', locale)],
      [field(index, 'to'), String(to)],
      [field(index, 'reason'), reason],
    ]),
  );
}

/**
 * Reads the form as typed; a row without an amount carries nothing.
 * @throws InvalidInput `amount.…`, `carry.year`, each at its field
 */
export function readCarryForm(typed: Readonly<Record<string, string>>): SaveCarry {
  const errors: InvalidInput['errors'] = [];
  const carries: SaveCarry['carries'] = [];
  for (let index = 0; typed[field(index, 'unit')] !== undefined; index += 1) {
    const of = (name: Parameters<typeof field>[1]) => (typed[field(index, name)] ?? '').trim();
    const read = readMarkedEuro(of('cents'), field(index, 'cents'));
    // only what is known for certain to be left can move
    if (read.mark) errors.push({ path: field(index, 'cents'), code: 'carry.marked', params: {} });
    if (read.error) errors.push(read.error);
    if (read.mark || read.error) continue;
    if (!read.cents) continue;
    const to = Number(of('to'));
    if (!Number.isInteger(to) || to < 1900 || to > 2999) {
      errors.push({ path: field(index, 'to'), code: 'carry.year', params: {} });
      continue;
    }
    const place = { fund: of('fund'), unit: of('unit'), year: Number(of('year')) };
    carries.push({ ...place, to, cents: read.cents, reason: of('reason') });
  }
  if (errors.length > 0) throw new InvalidInput(errors);
  return { carries, reason: typed.reason?.trim() ?? '', revision: Number(typed.revision) };
}
