import { z } from 'zod';

const month = z.int().min(1).max(12);
const weekday = z.int().min(1).max(7);
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
    weekday: weekday.default(5),
  }),
  /** so long after another step of the same year, or (below zero) before it; each of its days, if it has more */
  z.strictObject({
    kind: z.literal('from'),
    step: z.string().min(1).max(80),
    count: z.int().min(-400).max(400),
    unit: z.enum(['day', 'week']),
  }),
  /** in each of these months, on a day of it, or (without `day`) in its nth full week */
  z.strictObject({
    kind: z.literal('months'),
    ...inYear,
    months: z.array(month).min(1).max(12),
    day: z.int().min(1).max(31).nullable().default(null),
    nth: z.int().min(1).max(4).default(1),
    weekday: weekday.default(1),
  }),
  /** every so many weeks on a day of the week, from the first of a month through the last of another */
  z.strictObject({
    kind: z.literal('weekly'),
    ...inYear,
    month,
    through: month,
    weekday: weekday.default(1),
    every: z.int().min(1).max(26).default(1),
  }),
  /** no day of its own: what goes on all year, or is agreed unit by unit as it comes */
  z.strictObject({ kind: z.literal('agreed') }),
]);
export type DueRule = z.output<typeof dueRuleSchema>;
