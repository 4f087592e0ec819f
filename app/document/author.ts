import { z } from 'zod';
import { type Actor, may } from '#app/kernel/actor.ts';

/** Who wrote a document or contributed to it: a body, or somebody by function; never a person's name. */
export type Author = {
  authorId: string;
  body: string | null;
  bodyNl: string | null;
  bodyEn: string | null;
  nameNl: string;
  nameEn: string;
  part: AuthorPart;
  source: string;
  sort: number;
  revision: number;
};

export const authorParts = ['author', 'contributor'] as const;
export type AuthorPart = (typeof authorParts)[number];

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

/** May the actor say who wrote a document of this unit? */
export function canNameAuthors(actor: Actor, { unitId }: { unitId: string }): boolean {
  return may(actor, 'plan.write', unitId);
}
