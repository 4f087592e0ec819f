import { z } from 'zod';
import { changeKinds } from '#app/plan/change.ts';
import { comparisons } from '#app/plan/factor.ts';
import { code, day, text, year } from './file-value.ts';

/** A change that a version states, in the order of the list. */
const changeSchema = z.strictObject({
  code,
  kind: z.enum(changeKinds),
  /** measures of the version that it is stated from */
  before: z.array(code).default([]),
  /** measures of the version that states it */
  after: z.array(code).default([]),
  /** what it is about, where no measure is linked */
  subject: text.default(''),
  unit: code.nullable().default(null),
  /** themes */
  from: code.nullable().default(null),
  to: code.nullable().default(null),
  /** how much, as it was said, and the factor in thousandths that these words name */
  size: text.default(''),
  factor: z
    .strictObject({ comparison: z.enum(comparisons), milli: z.int().min(0) })
    .nullable()
    .default(null),
  /** freed or transferred as stated; null: not stated */
  cents: z.int().min(0).nullable().default(null),
  /** node of the scheme's framework of causes */
  cause: code.nullable().default(null),
  /** money of elsewhere that ended or took over */
  otherMoney: text.default(''),
  fromYear: year.nullable().default(null),
  body: code.nullable().default(null),
  decidedOn: day.nullable().default(null),
  reason: text.default(''),
  source: text.default(''),
});

/** What a version changes, and the earlier version that it states it from; null: it states nothing. */
export const changesSchema = z
  .strictObject({
    /** of this document or of the one that it amends */
    from: z.strictObject({ document: code, version: z.int().min(1) }),
    stated: z.array(changeSchema).default([]),
  })
  .nullable()
  .default(null);
