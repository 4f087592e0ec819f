import { z } from 'zod';
import { mappingInput } from '#app/realisation/intake.input.ts';
import { periodPattern } from '#app/realisation/intake-period.ts';
import { code, moment, text } from './file-value.ts';

/** How files of a finance system with these heads are read; confirmed by a person once. */
export const intakeLayoutSchema = z.strictObject({
  /** SHA-256 of the heads in their order */
  signature: z.string().regex(/^[0-9a-f]{64}$/),
  name: text.min(1),
  mapping: mappingInput,
  confirmedBy: text,
  confirmedAt: moment,
});

const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .nullable()
  .default(null);

/** Which rows of the books are spending on what, or stay out and why; in the order of the unit's rules. */
export const intakeRuleSchema = z
  .strictObject({
    unit: code,
    costCentre: text.default(''),
    account: text.default(''),
    contains: text.default(''),
    fromMonth: month,
    throughMonth: month,
    outcome: z.enum(['book', 'exclude']),
    /** a measure of a plan, or a theme */
    measure: z.strictObject({ document: code, measure: code }).nullable().default(null),
    node: code.nullable().default(null),
    fund: code.nullable().default(null),
    /** the unit it is booked for; null is the unit of the rule */
    targetUnit: code.nullable().default(null),
    component: text.default(''),
    costKind: text.default(''),
    reason: text.default(''),
  })
  .refine(
    (rule) =>
      rule.outcome === 'exclude'
        ? rule.reason !== ''
        : rule.fund !== null && (rule.measure !== null || rule.node !== null),
    { path: ['outcome'] },
  );

export const closedPeriodSchema = z.strictObject({
  period: z.string().regex(periodPattern),
  closedBy: text,
  closedAt: moment,
  note: text.default(''),
});
