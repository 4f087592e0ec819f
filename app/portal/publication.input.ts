import { z } from '@hono/zod-openapi';

const flag = z.preprocess((value) => value === true || value === 'on' || value === 'true', z.boolean());

export const publishInput = z.object({
  version: z.coerce.number().int().min(1),
  /** the content hash that the person saw */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** read from this day on; today when left out */
  from: z.iso.date().optional(),
  /** chapters that stay inside, by their place from 0 */
  leaveOut: z.array(z.coerce.number().int().min(0).max(999)).max(200).default([]),
  /** why, as everybody reads it in their place */
  reason: z.string().trim().max(600).default(''),
  /** a reason of their own, by the place of the chapter from 0; empty: the one above */
  reasons: z.array(z.string().trim().max(600)).max(1000).default([]),
  /** the names of people that stand in the text were seen, and may stand there */
  names: flag,
});

export const withdrawalInput = z.object({
  version: z.coerce.number().int().min(1),
  /** as everybody reads it at the address */
  reason: z.string().trim().min(1).max(2000),
});

export type PublishInput = z.output<typeof publishInput>;
