import { z } from 'zod';
import { tieSideSchema } from '#app/report/tie.ts';
import { code, moment, text, year } from './file-value.ts';

/** What one source says of a fund's period and national amount; two sources may differ. */
export const fundTermSchema = z.strictObject({
  fund: code,
  fromYear: year.nullable().default(null),
  toYear: year.nullable().default(null),
  /** of the whole country, in cents */
  nationalCents: z.int().min(0).nullable().default(null),
  /** the own share in basis points; null is not known */
  shareBasis: z.int().min(0).max(10_000).nullable().default(null),
  basis: text.default(''),
  source: text.min(1),
});

/** Two sums that must agree. */
export const tieSchema = z.strictObject({
  code,
  nameNl: text.min(1),
  nameEn: text.min(1),
  left: tieSideSchema,
  right: tieSideSchema,
  note: text.default(''),
});

/** A word on a difference: accepted, or taken back by a later one. */
export const acceptedDifferenceSchema = z.strictObject({
  code: text.min(1),
  whereKey: text,
  stated: z.number().nullable(),
  computed: z.number().nullable(),
  accepted: z.boolean().default(true),
  reason: text.min(1),
  byKind: z.enum(['account', 'token', 'system']).default('account'),
  /** as the audit chain names it */
  byName: text.min(1),
  at: moment,
});
