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

/** May the actor say who wrote a document of this unit? */
export function canNameAuthors(actor: Actor, { unitId }: { unitId: string }): boolean {
  return may(actor, 'plan.write', unitId);
}
