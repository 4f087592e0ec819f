import { z } from 'zod';
import { periodPattern } from '#app/realisation/intake-period.ts';
import { code, day, moment, text, year } from './file-value.ts';

/** What came from the finance system: the files with their rows, and what booked figures were made of. */

const period = z.string().regex(periodPattern);
const measure = z.strictObject({ document: code, measure: code });

/** Where an amount stands in a report or a forecast, in codes. */
const place = z.strictObject({
  unit: code,
  fund: code,
  /** a measure of a plan, or a theme */
  measure: measure.nullable().default(null),
  node: code.nullable().default(null),
  component: text.default(''),
  costKind: text.default(''),
});

/** A row as it was read: its number, period, cost centre, account, description, reference, cents and day. */
const row = z.tuple([z.int().min(1), period, text, text, text, text, z.int(), day.nullable()]);

const file = z.strictObject({
  unit: code,
  year,
  number: z.int().min(1),
  name: text.min(1),
  base64: z.base64(),
  status: z.enum(['waiting', 'read', 'withdrawn']),
  /** the day of which it gives the position */
  asOf: day.nullable().default(null),
  complete: z.boolean().default(true),
  /** the signature of its layout */
  layout: z.string().nullable().default(null),
  withdrawnNote: text.default(''),
  uploadedBy: text,
  uploadedAt: moment,
  rows: z.array(row).default([]),
});

const version = { document: code, version: z.int().min(1) };

const part = z.strictObject({
  ...version,
  /** the file of the same unit and year as the report */
  file: z.strictObject({ unit: code, year, number: z.int().min(1) }),
  /** null: left out, for the reason given */
  place: place.nullable().default(null),
  period,
  costCentre: text,
  account: text,
  /** the rule in words, as it was then */
  rule: text,
  reason: text.default(''),
  cents: z.int(),
  rows: z.array(z.int().min(1)),
});

const correction = z.strictObject({
  ...version,
  ...{ unit: code, year, place, period, cents: z.int(), reason: text.min(1) },
});

/** What a forecast was based on, per place. */
const basis = z.strictObject({
  ...version,
  place,
  method: z.enum(['pace', 'budget', 'hand']),
  reason: text.default(''),
  months: z.int().min(0).max(12),
  realisedCents: z.int().nullable().default(null),
});

export const financeSchema = z.strictObject({
  files: z.array(file).default([]),
  parts: z.array(part).default([]),
  corrections: z.array(correction).default([]),
  forecastBasis: z.array(basis).default([]),
});

export type FinanceEntry = z.output<typeof financeSchema>;
export type PlaceEntry = z.output<typeof place>;

/** The one order of what has no order of its own. */
export function canonicalFinance({ files, parts, corrections, forecastBasis }: FinanceEntry): FinanceEntry {
  const inOrder = <T>(list: readonly T[]) =>
    list
      .map((one) => ({ one, text: JSON.stringify(one) }))
      .toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
      .map(({ one }) => one);
  const at = (text: string) => new Date(text).toISOString();
  return {
    files: files
      .map((one) => ({
        ...one,
        uploadedAt: at(one.uploadedAt),
        rows: one.rows.toSorted((a, b) => a[0] - b[0]),
      }))
      .toSorted((a, b) =>
        a.unit === b.unit ? a.year - b.year || a.number - b.number : a.unit < b.unit ? -1 : 1,
      ),
    parts: inOrder(parts.map((one) => ({ ...one, rows: one.rows.toSorted((a, b) => a - b) }))),
    corrections: inOrder(corrections),
    forecastBasis: inOrder(forecastBasis),
  };
}
