import { z } from '@hono/zod-openapi';
import { sanctionEffectSchema } from './sanction.ts';

const name = z.string().trim().min(1).max(400);
const long = z.string().trim().max(4000).default('');

/** What a sanction is, but for its code: the same in the institution file and in the API. */
export const sanctionFields = {
  nameNl: name,
  nameEn: name,
  causeNl: long.openapi({ description: 'Which assessment, and what makes it end so' }),
  causeEn: long,
  effect: sanctionEffectSchema,
  source: z.string().trim().max(1000).default(''),
};

export const sanctionInput = z.object({
  /** the revision of the scheme that the person saw */
  revision: z.coerce.number().int().min(1),
  ...sanctionFields,
  sort: z.coerce.number().int().default(0),
});
