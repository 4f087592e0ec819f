import { z } from 'zod';
import { headCountSchema, receiverSchema } from './allocation.input.ts';
import { totalsBases } from './run.ts';

const cents = z.int();
const line = receiverSchema.extend({ year: z.int(), cents });

/** What a machine may send to run rules on: left out, what the scheme knows is used. */
export const runInputsSchema = z.strictObject({
  fund: z.string().min(1),
  basis: z.enum(totalsBases).default('granted'),
  totals: z.record(z.string().regex(/^\d{4}$/), cents).optional(),
  headCounts: z.array(headCountSchema).optional(),
  earlier: z.array(line).optional(),
  provisional: z.array(z.int()).optional(),
  rerun: z.strictObject({ of: z.int().min(1), note: z.string() }).optional(),
});
export type RunRequest = z.output<typeof runInputsSchema>;
