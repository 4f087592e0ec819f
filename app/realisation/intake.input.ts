import { z } from '@hono/zod-openapi';
import { intakeFields } from './intake-layout.ts';
import { periodPattern } from './intake-period.ts';

const text = (most: number) => z.string().trim().max(most).default('');
const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .nullable()
  .default(null);

export const ruleInput = z
  .strictObject({
    costCentre: text(120).openapi({ description: 'empty is any; 4711, 4711* or 40000-40999' }),
    account: text(120),
    contains: text(200).openapi({ description: 'stands in the description, whatever its capitals' }),
    fromMonth: month,
    throughMonth: month,
    outcome: z.enum(['book', 'exclude']),
    target: text(200).openapi({ description: '`measure:<code or id>` or `theme:<code>`; for `book`' }),
    fund: text(120).openapi({ description: 'code; for `book`' }),
    unit: text(120).openapi({ description: 'code; the unit of the report when left out' }),
    component: text(200),
    costKind: text(200),
    reason: text(1000).openapi({ description: 'why these lines stay out; for `exclude`' }),
    revision: z.int().optional().openapi({ description: 'as it was read; needed to change a rule' }),
  })
  .openapi('IntakeRuleInput');
export type RuleInput = z.output<typeof ruleInput>;

const column = z.int().min(0).max(500);
export const mappingInput = z
  .strictObject({
    columns: z
      .strictObject(Object.fromEntries(intakeFields.map((field) => [field, column.optional()])))
      .openapi({ description: 'the column of each field, 0 is the first' }),
    grouping: z.enum(['.', ',']).nullable().default(null).openapi({ description: 'the mark of thousands' }),
    dates: z.enum(['dmy', 'mdy']).default('dmy'),
    costs: z.enum(['plus', 'minus']).default('plus').openapi({ description: 'the sign of costs' }),
  })
  .openapi('IntakeMapping');

export const readInput = z
  .strictObject({
    mapping: mappingInput.optional().openapi({ description: 'the remembered one when left out' }),
    asOf: z.iso.date().openapi({ description: 'the day of which the file gives the position' }),
    complete: z
      .boolean()
      .default(true)
      .openapi({ description: 'it holds every line of the cost centres and periods that occur in it' }),
  })
  .openapi('IntakeReadInput');

export const bookInput = z
  .strictObject({
    hash: z.string().optional().openapi({ description: 'of the preview; books exactly that' }),
    provisional: z.boolean().default(true),
    note: text(2000),
    reason: text(1000).openapi({ description: 'needed when amounts of closed periods change' }),
    untraceable: text(2000).openapi({
      description: 'why it is booked although it makes euros untraceable; asked for only then',
    }),
  })
  .openapi('IntakeBookInput');

export const closeInput = z
  .strictObject({ period: z.string().regex(periodPattern), note: text(1000) })
  .openapi('PeriodCloseInput');
