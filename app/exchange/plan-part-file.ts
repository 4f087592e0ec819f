import { z } from 'zod';
import { comparators, stepKinds } from '#app/plan/step.ts';
import { norms } from '#app/scheme/requirement.ts';
import { code, moment, text, year } from './file-value.ts';

/** A step of a measure, in the order of the list. */
export const stepSchema = z.strictObject({
  code,
  kind: z.enum(stepKinds),
  unit: code.nullable().default(null),
  firstYear: year.nullable().default(null),
  lastYear: year.nullable().default(null),
  /** when within its last year, in words */
  due: text.default(''),
  text: text.min(1),
  comparator: z.enum(comparators).nullable().default(null),
  /** thousandths of the target's unit */
  targetMilli: z.int().nullable().default(null),
  targetUnit: text.default(''),
});

/** What a writer judged of a requirement in a version. */
export const judgementSchema = z.strictObject({
  requirement: code,
  met: z.boolean(),
  reason: text.min(1),
  by: text.min(1),
  at: moment,
});

/** What a kind of document must satisfy, in the order of the list. */
export const requirementSchema = z.strictObject({
  code,
  textNl: text.min(1),
  textEn: text.min(1),
  source: text.default(''),
  norm: z.enum(norms).nullable().default(null),
  judged: z.boolean().default(false),
  blocks: z.boolean().default(false),
  /** the questions whose answers show it */
  questions: z.array(code).default([]),
});

export type StepEntry = z.output<typeof stepSchema>;
