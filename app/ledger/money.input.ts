import { z } from '@hono/zod-openapi';
import { stages, trees } from './ledger.ts';
import { moneyKeys } from './money.server.ts';

/** Codes separated by commas, as a query string carries them. */
const list = <T extends readonly [string, ...string[]]>(values: T) =>
  z
    .string()
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(z.enum(values)));

/** The days of a moment: docs/decisions/0003-two-clocks.md. */
export const momentInput = z.object({
  asOf: z.iso
    .date()
    .optional()
    .openapi({ description: 'of the documents in force at the end of this day', example: '2021-07-01' }),
  knownOn: z.iso.date().optional().openapi({ description: 'as far as recorded by the end of this day' }),
});

export const moneyInput = z.object({
  groupBy: list(moneyKeys).openapi({ type: 'string', example: 'node,year,stage' }),
  ...momentInput.shape,
  stage: list(stages).optional().openapi({ type: 'string', example: 'budgeted,realised' }),
  fund: z.string().optional(),
  unit: z.string().optional().openapi({ description: 'this unit and all below it' }),
  node: z.string().optional().openapi({ description: 'this theme and all below it' }),
  measure: z.string().optional(),
  component: z.string().optional(),
  costKind: z.string().optional(),
  year: z.coerce.number().int().optional(),
  unitLevel: z.coerce.number().int().min(0).max(9).optional(),
  nodeLevel: z.coerce.number().int().min(0).max(9).optional(),
  memo: z.enum(['only']).optional().openapi({
    description: 'memo lines instead of the others: what is printed beside the totals, and in none',
  }),
  tree: z.enum(trees).optional().openapi({
    description:
      'the unit tree that `unit` and `unitLevel` go by: as of the moment (default), or for each line that of the last day of its own calendar year',
  }),
});
