import { z } from '@hono/zod-openapi';
import { dueRuleSchema } from './due-rule.input.ts';
import { products } from './moment.ts';
import { natures } from './plan-picture.ts';

const text = z.string().trim().max(10_000);
const line = text.min(1).max(500);
const code = z.string().trim().min(1).max(80);
const year = z.number().int().min(1900).max(2200);

/** What a step of the cycle is, but for its code: the same in the institution file and in the API. */
export const stepFields = {
  nameNl: line,
  nameEn: line,
  unitKinds: z.array(line).min(1).openapi({ description: 'A moment for every unit of these kinds' }),
  kind: code
    .nullable()
    .default(null)
    .openapi({ description: 'The kind of document that is due; null: an act ticked by hand' }),
  product: z.enum(products).nullable().default(null).openapi({
    description: 'What a unit hands in that is no document: its progress or indicators over the year',
  }),
  body: z
    .object({ kind: code, at: z.enum(['unit', 'institution']) })
    .nullable()
    .default(null)
    .openapi({ description: 'With which kind of body, and where it stands' }),
  right: z
    .enum(['consent', 'advice', 'approval', 'discussion', 'information'])
    .nullable()
    .default(null)
    .openapi({ description: 'The right that the body exercises on the document before the step is done' }),
  role: code.nullable().default(null).openapi({ description: 'From whom: the code of a role' }),
  covers: z
    .number()
    .int()
    .min(-5)
    .max(5)
    .default(0)
    .openapi({ description: 'The year that the document covers, from the year of the cycle' }),
  counts: z
    .enum(['period', 'submitted'])
    .default('period')
    .openapi({ description: 'A document over the covered year, or a version submitted around the day' }),
  rule: dueRuleSchema,
  starts: dueRuleSchema
    .nullable()
    .default(null)
    .openapi({ description: 'From when work on it runs; null: not known' }),
  meets: dueRuleSchema
    .nullable()
    .default(null)
    .openapi({ description: 'The meeting at which the body treats it' }),
  precision: z
    .enum(['month'])
    .nullable()
    .default(null)
    .openapi({ description: 'month: the source names no day, and the due day only stands for its month' }),
  milestone: z
    .number()
    .int()
    .min(1)
    .max(999)
    .nullable()
    .default(null)
    .openapi({ description: 'Its place in the table of milestones; null: no milestone' }),
  partsNl: text.default('').openapi({ description: 'What the product consists of' }),
  partsEn: text.default(''),
  alsoNl: text.default('').openapi({ description: 'Who takes part beside the body and its right' }),
  alsoEn: text.default(''),
  firstYear: year,
  lastYear: year,
  everyYears: z.number().int().min(1).max(20).default(1),
  noteNl: text.default(''),
  noteEn: text.default(''),
  source: text.default(''),
  nature: z
    .enum(natures)
    .nullable()
    .default(null)
    .openapi({ description: 'What it is in the monitoring plan; null follows from what it asks' }),
  regular: z
    .boolean()
    .default(false)
    .openapi({ description: 'Of the regular quality assurance, and used here: nothing extra is asked' }),
  frequencyNl: text.default('').openapi({ description: 'How often, in words; empty: as the rule says' }),
  frequencyEn: text.default(''),
  connects: z
    .array(line)
    .max(5)
    .default([])
    .openapi({ description: 'Other levels (kinds of units) whose people sit at it' }),
  feeds: z.array(code).max(20).default([]).openapi({ description: 'The steps in which it is used, by code' }),
  topics: z
    .array(
      z.object({
        nameNl: line,
        nameEn: line,
        month: z
          .number()
          .int()
          .min(1)
          .max(12)
          .nullable()
          .default(null)
          .openapi({ description: 'Once a year, at the first meeting from this month; null: every meeting' }),
        about: code.nullable().default(null).openapi({ description: 'The step whose documents it is about' }),
        source: text.default(''),
      }),
    )
    .max(20)
    .default([])
    .openapi({ description: 'Topics that return on the agenda' }),
};

export const stepInput = z.object(stepFields);
export type StepInput = z.output<typeof stepInput>;

export const startYearInput = z.object({ year: z.coerce.number().int().min(1900).max(2200) });

const revision = z.coerce.number().int().min(1);
const reason = line;

/** A box as a form sends it, or a truth value as a machine does. */
const ticked = z.union([z.boolean(), z.literal('on').transform(() => true)]).default(false);

/** What can be done with a moment. */
export const actInput = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('move'),
    dueOn: z.iso.date(),
    /** also when that day is free or in a recess */
    anyway: ticked,
    reason,
    revision,
  }),
  z.object({ act: z.literal('cancel'), reason, revision }),
  z.object({ act: z.literal('finish'), doneOn: z.iso.date(), reason: text.default(''), revision }),
  z.object({ act: z.literal('reopen'), reason, revision }),
]);
export type ActInput = z.output<typeof actInput>;

export const meetingInput = z.object({ meetsOn: z.iso.date().nullable().default(null), revision });

export const notesInput = z.object({ notes: text.default(''), revision });

/** A date as precise as it is known. */
const sent = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/)
  .refine((text) => text.length < 10 || new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text);

export const paperInput = z.object({
  document: code
    .nullable()
    .default(null)
    .openapi({ description: 'A document of the scheme; null: a paper kept elsewhere' }),
  version: z.coerce.number().int().min(1).nullable().default(null),
  title: text.max(500).default(''),
  sent: sent.openapi({ description: 'When it was sent: a day, a month (2021-03) or a year' }),
  source: text.default(''),
});
export type PaperInput = z.output<typeof paperInput>;
