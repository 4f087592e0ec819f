import { z } from 'zod';
import { authorParts } from './author.ts';

const text = z.string().trim().max(300);
export const authorFields = {
  body: z.string().trim().min(1).max(80).nullable().default(null),
  nameNl: text.default(''),
  nameEn: text.default(''),
  part: z.enum(authorParts).default('author'),
  source: text.default(''),
};
/** As a form or a machine sends it; revision 0 for a new one. */
export const authorInput = z.object({
  ...authorFields,
  sort: z.coerce.number().int().min(0).max(1000).default(0),
  revision: z.coerce.number().int().min(0).default(0),
});
export type AuthorInput = z.output<typeof authorInput>;
