import { z } from '@hono/zod-openapi';

const year = z.number().int().min(1900).max(2200).nullable();

/** What one source says of a fund. */
export const termInput = z
  .object({
    fund: z.string().min(1).max(60),
    fromYear: year.default(null),
    toYear: year.default(null),
    nationalCents: z
      .number()
      .int()
      .min(0)
      .max(1e15)
      .nullable()
      .default(null)
      .openapi({ description: 'of the whole country, in euro cents' }),
    shareBasis: z
      .number()
      .int()
      .min(0)
      .max(10_000)
      .nullable()
      .default(null)
      .openapi({ description: 'own share in basis points; null is not known' }),
    basis: z.string().trim().max(500).default(''),
    source: z.string().trim().min(1).max(500),
  })
  .refine(({ fromYear, toYear }) => fromYear === null || toYear === null || fromYear <= toYear, {
    path: ['toYear'],
    message: 'ends before it begins',
  });
export type TermInput = z.output<typeof termInput>;
