import type { FieldError } from '#app/kernel/rejection.ts';
import type { BookLine } from './intake-position.ts';

/** A row of a finance file as it was read; costs are positive. */
export type IntakeRow = BookLine & {
  /** as the spreadsheet numbers it: 1 is the first row of the sheet */
  rowNumber: number;
  description: string;
  /** ISO date */
  bookedOn: string | null;
};
export type IntakeNotes = {
  /** cells whose formula kept a value: that value was taken, nothing was computed */
  formulas: number;
  /** rows that only repeat the sum of the rows above */
  totals: number;
  /** rows that stand twice, to the letter; both count, as the finance system says */
  duplicates: number;
};
/** What reading leaves beside the rows; filled while rows are taken. */
export type IntakeFound = { errors: FieldError[]; notes: IntakeNotes };

export function nothingFound(): IntakeFound {
  return { errors: [], notes: { formulas: 0, totals: 0, duplicates: 0 } };
}

/** The row without its number; a unit separator stands in none of its parts. */
export function contentOf({
  period,
  costCentre,
  account,
  description,
  reference,
  cents,
  bookedOn,
}: IntakeRow): string {
  return `${period}\u001f${costCentre}\u001f${account}\u001f${description}\u001f${reference}\u001f${cents}\u001f${bookedOn ?? ''}`;
}
