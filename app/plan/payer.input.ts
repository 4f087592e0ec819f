import { z } from '@hono/zod-openapi';

/** From now on this fund pays for the measure in this year. */
export const payerInput = z.object({
  measure: z.string().min(1).max(60),
  year: z.number().int(),
  fund: z.string().min(1).max(60),
});
export type PayerInput = z.output<typeof payerInput>;
