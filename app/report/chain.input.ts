import { z } from '@hono/zod-openapi';

/** What writing a report took, as those who submit it say; they need not. */
export const minutesInput = z.object({
  minutes: z.coerce
    .number()
    .int()
    .min(0)
    .max(1_000_000)
    .nullish()
    .openapi({ description: 'minutes of work, of all who wrote' }),
});
