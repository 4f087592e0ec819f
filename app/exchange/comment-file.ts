import { z } from 'zod';
import { commentStatuses, replyActs } from '#app/council/comment.ts';
import { code, moment, text, year } from './file-value.ts';

const said = text.min(1);

export const anchorSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('paragraph'),
    question: code,
    node: code.nullable().default(null),
    unit: code.nullable().default(null),
  }),
  z.strictObject({ kind: z.literal('measure'), measure: code }),
  z.strictObject({
    kind: z.literal('figure'),
    measure: code.nullable().default(null),
    year: year.nullable().default(null),
    fund: code.nullable().default(null),
  }),
  z.strictObject({ kind: z.literal('change'), change: code }),
]);

/** Who said it: the login, else only a name; and for which body. */
const speaker = {
  body: code.nullable().default(null),
  login: said.nullable().default(null),
  author: said,
  at: moment,
};

/** A remark on a place in a version, with whom it mentions and its thread. */
export const commentSchema = z.strictObject({
  document: code,
  version: z.int().min(1),
  anchor: anchorSchema,
  /** what stood there, as it was read */
  quote: said,
  ...speaker,
  text: said,
  status: z.enum(commentStatuses).default('open'),
  mentions: z.array(z.strictObject({ kind: z.enum(['account', 'body', 'unit']), code: said })).default([]),
  replies: z.array(z.strictObject({ act: z.enum(replyActs), text, ...speaker })).default([]),
});

export type CommentEntry = z.output<typeof commentSchema>;
