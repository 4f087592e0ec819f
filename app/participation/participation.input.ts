import { z } from '@hono/zod-openapi';
import { outcomes } from './decision.ts';
import { dossierEvents } from './dossier-state.ts';

const long = z.string().trim().max(20_000);
const count = z.coerce.number().int().min(0).max(100_000);

export const askInput = z.object({
  /** the line of the rights matrix that is exercised */
  rule: z.uuid(),
  /** the version asked about; the newest submitted one when left out */
  version: z.coerce.number().int().min(1).optional(),
  /** in one sentence */
  question: z.string().trim().min(1).max(600),
  papersSentOn: z.iso.date().optional(),
  /** later than the term only; the end of the term when left out */
  dueOn: z.iso.date().optional(),
});

export const outcomeInput = z.object({
  outcome: z.enum(outcomes),
  decidedOn: z.iso.date(),
  /** members in office, where the institution does not keep them */
  members: count.optional(),
  present: count.optional(),
  votesFor: count.optional(),
  votesAgainst: count.optional(),
  abstained: count.optional(),
  /** each section that votes apart, as the rule names them */
  sections: z
    .array(
      z.object({
        name: z.string().min(1).max(80),
        /** entitled to vote, where members are not kept */
        members: count.optional(),
        present: count,
        for: count,
        against: count,
        abstained: count.default(0),
      }),
    )
    .max(6)
    .optional(),
  reasons: long.default(''),
  conditions: long.default(''),
  minorityView: long.default(''),
});

/** What happens in a dossier beside its outcome. */
export const eventInput = z.object({
  event: z.enum(dossierEvents),
  onDate: z.iso.date(),
  text: long.default(''),
  /** the new last day of a term */
  untilDate: z.iso.date().optional(),
  /** before whom a dispute comes, by its code; left out: whom the right names; null: nobody */
  body: z.string().max(60).nullable().optional(),
  /** a paper that is a version: the code of its document and its number */
  paper: z.object({ document: z.string().max(60), version: z.coerce.number().int().min(1) }).optional(),
  /** the member who was excluded, where members are kept */
  member: z.uuid().optional(),
  /** else how many */
  people: z.coerce.number().int().min(1).max(1000).optional(),
});

export const adoptInput = z.object({
  version: z.coerce.number().int().min(1),
  /** the content hash that the person saw: what is adopted is what was read */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** the code of the body that adopts; may be left out when there is only one */
  body: z.string().max(60).optional(),
  decidedOn: z.iso.date().optional(),
  /** in force from this day on */
  from: z.iso.date().optional(),
  reasons: long.default(''),
  /** why it is adopted although it makes euros untraceable; asked for only then */
  untraceable: z.string().trim().max(2000).optional(),
});

export type AskInput = z.output<typeof askInput>;
export type OutcomeInput = z.output<typeof outcomeInput>;
export type AdoptInput = z.output<typeof adoptInput>;
export type EventInput = z.output<typeof eventInput>;
