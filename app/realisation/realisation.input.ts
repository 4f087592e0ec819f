import { z } from '@hono/zod-openapi';
import type { Entry } from './entry.ts';
import { notations } from './upload-cell.ts';

const text = (most: number) => z.string().trim().max(most).default('');

/** One amount as a machine sends it. What is left out follows from the budget, or from the report itself. */
export const lineInput = z
  .strictObject({
    unit: text(200).openapi({ description: 'code or name; the unit of the report when left out' }),
    measure: text(400).openapi({ description: 'code or name of a measure of a plan of the unit' }),
    theme: text(200).openapi({ description: 'code or name; for spending without a measure' }),
    component: text(200),
    fund: text(200).openapi({ description: 'code or name; needed when the budget has more than one' }),
    costKind: text(200),
    year: z.int().nullable().default(null).openapi({ description: 'the year of the report when left out' }),
    cents: z.int().nullable().default(null).openapi({ description: 'euro cents' }),
    fteMilli: z.int().nullable().default(null).openapi({ description: 'thousandths of an FTE' }),
    note: text(1000),
    mark: z
      .enum(['pm', 'provisional'])
      .nullable()
      .default(null)
      .openapi({ description: 'pm: spent, and how much is not known yet' }),
    memo: z.boolean().default(false).openapi({ description: 'printed beside the totals, and in none' }),
  })
  .openapi('RealisedLine');

export const bookingInput = z
  .strictObject({
    lines: z.array(lineInput).max(20_000),
    provisional: z.boolean().default(false).openapi({ description: 'interim figures of a running year' }),
    note: text(2000),
    untraceable: text(2000).openapi({
      description: 'why it is booked although it makes euros untraceable; asked for only then',
    }),
    seen: z
      .int()
      .min(0)
      .optional()
      .openapi({ description: 'number of the newest version that was read; 0 when there was none' }),
  })
  .openapi('RealisationInput');

export const uploadInput = z.object({
  notation: z.enum(notations).optional().openapi({
    description: 'what a mark before three digits means, where nothing else in the file tells',
  }),
  provisional: z.enum(['true', 'false']).optional(),
  note: z.string().max(2000).optional(),
  untraceable: z.string().max(2000).optional(),
  seen: z.coerce.number().int().min(0).optional(),
});

/** What was typed in one row of the form, kept as typed. */
export const typedRow = z.object({
  place: z
    .object({
      unit: z.string(),
      fund: z.string(),
      node: z.string().nullable(),
      measureId: z.string().nullable(),
      component: z.string(),
      costKind: z.string(),
    })
    .nullable(),
  /** for a row that is not in the plan: `measure:<id>` or `theme:<code>` */
  what: z.string().max(200),
  component: z.string().max(200),
  costKind: z.string().max(200),
  fund: z.string().max(200),
  eur: z.string().max(100),
  fte: z.string().max(100),
  note: z.string().max(1000),
  memo: z.boolean().default(false),
  readEur: z.enum(notations).nullable(),
  readFte: z.enum(notations).nullable(),
});
export type TypedRow = z.output<typeof typedRow>;

/** The entries of a request, which have the shape of an entry already. */
export function entriesOf(lines: readonly z.output<typeof lineInput>[]): Entry[] {
  return lines.map((line) => ({ ...line }));
}
