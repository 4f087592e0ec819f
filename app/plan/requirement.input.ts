import { z } from '@hono/zod-openapi';

export const judgementInput = z.object({
  met: z.preprocess((value) => (value === 'true' ? true : value === 'false' ? false : value), z.boolean()),
  /** why, for those who decide on the plan */
  reason: z.string().trim().min(1).max(4000),
  /** the revision that the writer saw; 0 when nobody judged yet */
  revision: z.coerce.number().int().min(0),
});
