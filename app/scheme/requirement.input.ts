import { z } from '@hono/zod-openapi';
import { norms } from './requirement.ts';

/** A box that is ticked or not, or a boolean of JSON. */
const flag = z.preprocess((value) => value === true || value === 'on' || value === 'true', z.boolean());

export const requirementInput = z.object({
  /** the revision of the scheme that the person saw */
  revision: z.coerce.number().int().min(1),
  textNl: z.string().trim().min(1).max(4000),
  textEn: z.string().trim().min(1).max(4000),
  source: z.string().trim().max(1000).default(''),
  /** codes of the questions whose answers show it */
  questions: z.array(z.string().max(60)).max(50).default([]),
  norm: z.enum(norms).nullish(),
  /** a writer says whether it is met, and why */
  judged: flag,
  /** unmet it stops submission; otherwise it is a warning */
  blocks: flag,
  sort: z.coerce.number().int().default(0),
});
