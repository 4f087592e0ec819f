import { z } from 'zod';
import { headCountSchema, receiverSchema } from './allocation.input.ts';
import { totalsBases } from './run.ts';

const cents = z.int();
const line = receiverSchema.extend({ year: z.int(), cents, provisional: z.literal(true).optional() });

/** What the amounts given by hand say besides their number. */
export const ownMarks = {
  provisional: z
    .array(z.int())
    .optional()
    .meta({ description: 'years whose amount, by hand, is provisional' }),
  pm: z.array(z.int()).optional().meta({ description: 'years whose amount, by hand, is not known yet' }),
};

/** What a machine may send to run rules on: left out, what the scheme knows is used. */
export const runInputsSchema = z.strictObject({
  fund: z.string().min(1),
  basis: z.enum(totalsBases).default('granted'),
  totals: z.record(z.string().regex(/^\d{4}$/), cents).optional(),
  headCounts: z.array(headCountSchema).optional(),
  earlier: z.array(line).optional(),
  ...ownMarks,
  rerun: z.strictObject({ of: z.int().min(1), note: z.string() }).optional(),
});
export type RunRequest = z.output<typeof runInputsSchema>;
