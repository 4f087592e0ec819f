import { z } from '@hono/zod-openapi';
import { commitmentKinds } from './commitment.ts';

const text = z.string().trim().max(20_000);
const said = text.min(1);
const code = z.string().trim().min(1).max(80);
const day = z.iso.date();
const revision = z.coerce.number().int().min(1);

/** `document/measure`, as a select sends it. */
const measureOf = z
  .string()
  .trim()
  .max(200)
  .regex(/^[^/\s]+\/[^/\s]+$/);
/** `document/version number/change`. */
const changeOf = z
  .string()
  .trim()
  .max(300)
  .regex(/^[^/\s]+\/\d{1,4}\/[^/\s]+$/);
/** `document/version number`. */
const versionOf = z
  .string()
  .trim()
  .max(200)
  .regex(/^[^/\s]+\/\d{1,4}$/);

export const commitmentInput = z.object({
  kind: z.enum(commitmentKinds),
  body: code.openapi({ description: 'Whose condition it is, or to whom it was promised' }),
  text: said,
  unit: code.openapi({ description: 'The unit that sees to it' }),
  role: code.optional().openapi({ description: 'The role that sees to it, for that unit' }),
  madeOn: day,
  dueOn: day,
  decision: z.uuid().optional(),
  document: code.optional(),
  measure: measureOf.optional(),
  spendYear: z.coerce
    .number()
    .int()
    .min(1900)
    .max(2200)
    .optional()
    .openapi({ description: 'The spending of this year waits for it' }),
  source: text.default(''),
});
export type CommitmentInput = z.output<typeof commitmentInput>;

/** What can be done with a commitment; a new day or a refusal has a reason. */
export const commitmentActInput = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('answer'),
    onDate: day,
    text: text.default(''),
    version: versionOf.optional().openapi({ description: 'The document that shows it: code/version number' }),
    revision,
  }),
  z.object({ act: z.literal('accept'), text: text.default(''), revision }),
  z.object({ act: z.literal('refuse'), text: said, revision }),
  z.object({ act: z.literal('reopen'), text: said, revision }),
  z.object({ act: z.literal('move'), dueOn: day, text: said, revision }),
  z.object({ act: z.literal('withdraw'), text: said, revision }),
]);
export type CommitmentActInput = z.output<typeof commitmentActInput>;

export const followUpInput = z
  .object({
    decision: z.uuid().optional(),
    topic: z.uuid().optional(),
    point: text.max(500).default('').openapi({ description: 'Which recommendation in it; empty: all of it' }),
    outcome: z.enum(['followed', 'partly', 'not-followed']),
    account: said.openapi({ description: 'What was done with it, or why not' }),
    version: versionOf.optional(),
    measure: measureOf.optional(),
    change: changeOf.optional().openapi({ description: 'The change of a plan: document/version/code' }),
    source: text.default(''),
  })
  .openapi({ description: 'Of one decision or one topic; followed names a version or a measure' });
export type FollowUpInput = z.output<typeof followUpInput>;

export const proposalInput = z.object({
  body: code.openapi({ description: 'The body that puts it forward' }),
  to: code.openapi({ description: 'The board that answers' }),
  kind: z.enum(['initiative', 'question']),
  title: said.max(300),
  text: said,
  putOn: day,
  source: text.default(''),
});
export type ProposalInput = z.output<typeof proposalInput>;

export const replyInput = z.object({
  outcome: z.enum(['taken-over', 'partly', 'not-taken-over', 'answered', 'withdrawn']),
  reply: said,
  repliedOn: day,
  revision,
});
export type ReplyInput = z.output<typeof replyInput>;

export const reflectionInput = z.object({
  body: code,
  year: z.coerce.number().int().min(1900).max(2200),
  text: said,
  revision: z.coerce.number().int().min(0).openapi({ description: '0 for a new one' }),
});
export type ReflectionInput = z.output<typeof reflectionInput>;

export const wordInput = z.object({
  wordNl: said.max(200),
  wordEn: said.max(200),
  meaningNl: said,
  meaningEn: said,
  source: text.default(''),
});
export type WordInput = z.output<typeof wordInput>;

export const replyTermInput = z.object({
  bodyKind: code,
  kind: z.enum(['initiative', 'question']),
  months: z.coerce.number().int().min(1).max(24),
  basis: said,
  certainty: z.enum(['text', 'known', 'uncertain']),
});
export type ReplyTermInput = z.output<typeof replyTermInput>;

export const givenInput = z.object({ revision });
