import { z } from 'zod';

const month = z.int().min(1).max(12);
const inYear = {
  /** counted in the calendar year, or in the academic year that begins in it */
  year: z.enum(['calendar', 'academic']),
  /** years after (or, below zero, before) the year of the cycle */
  offset: z.int().min(-5).max(5).default(0),
};

export const dueRuleSchema = z.discriminatedUnion('kind', [
  /** on a day of the year, or (`before`) the day before it; a day that the month lacks is its last */
  z.strictObject({
    kind: z.literal('day'),
    ...inYear,
    month,
    day: z.int().min(1).max(31),
    before: z.boolean().default(false),
  }),
  /** in the nth full week (Monday to Sunday) of a month, on a day of that week: 1 is Monday */
  z.strictObject({
    kind: z.literal('week'),
    ...inYear,
    month,
    nth: z.int().min(1).max(4),
    weekday: z.int().min(1).max(7).default(5),
  }),
  /** so long after another step of the same year, or (below zero) before it */
  z.strictObject({
    kind: z.literal('from'),
    step: z.string().min(1).max(80),
    count: z.int().min(-400).max(400),
    unit: z.enum(['day', 'week']),
  }),
]);
export type DueRule = z.output<typeof dueRuleSchema>;
