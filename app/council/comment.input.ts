import { z } from '@hono/zod-openapi';

const text = z.string().trim().min(1).max(10_000);
const code = z.string().trim().min(1).max(80);
const revision = z.coerce.number().int().min(1);

/** Where a comment stands, flat, as a form sends it; which fields count follows from `kind`. */
export const anchorInput = z.object({
  kind: z.enum(['paragraph', 'measure', 'figure', 'change']),
  question: code.optional().openapi({ description: 'Of a paragraph: the code of the question' }),
  node: code.optional().openapi({ description: 'Of a paragraph: the theme, when asked per theme' }),
  unit: code.optional().openapi({ description: 'Of a paragraph: the unit, when asked per unit' }),
  quote: text
    .optional()
    .openapi({ description: 'Of a paragraph: what it says, or a part of it that only it says' }),
  paragraph: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .openapi({ description: 'Of a paragraph, instead of a quote: the hash of what it says' }),
  measure: code.optional(),
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  fund: code.optional(),
  change: code.optional().openapi({ description: 'Of a change: its code' }),
});
export type AnchorInput = z.output<typeof anchorInput>;

export const commentInput = anchorInput.extend({
  version: z.coerce.number().int().min(1),
  body: code.optional().openapi({ description: 'The body in whose name; without it one’s own' }),
  text,
  mentions: z
    .array(z.string().regex(/^(account|body|unit):.{1,200}$/))
    .max(30)
    .default([])
    .openapi({
      description:
        'Who is asked to look at it: account:login, body:code or unit:code; @login in the text too',
    }),
});
export type CommentInput = z.output<typeof commentInput>;

export const commentEditInput = z.object({ text, revision });

export const commentReplyInput = z.object({
  act: z.enum(['reply', 'answer', 'withdrawal']),
  text: z.string().trim().max(10_000).default(''),
  body: code.optional(),
});
export type CommentReplyInput = z.output<typeof commentReplyInput>;
