import { z } from 'zod';
import { bundleAnswers, bundleStatuses } from '#app/plan/coherence.ts';
import { code, day, text } from './file-value.ts';

const measure = z.strictObject({ document: code, measure: code });

/** A proposal to do together what several plans mean to do each. */
export const bundleSchema = z.strictObject({
  /** the ambition or goal that they share */
  goal: z.strictObject({ framework: code, node: code }),
  name: text.min(1),
  reason: text.min(1),
  status: z.enum(bundleStatuses).default('proposed'),
  /** why it was withdrawn */
  ending: text.default(''),
  proposedOn: day,
  /** the joint measure that came of it */
  measure: measure.nullable().default(null),
  parts: z.array(measure).min(2),
  answers: z
    .array(
      z.strictObject({
        unit: code,
        answer: z.enum(bundleAnswers).nullable().default(null),
        reason: text.default(''),
        answeredOn: day.nullable().default(null),
      }),
    )
    .min(2),
});
