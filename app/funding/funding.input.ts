import { z } from '@hono/zod-openapi';
import { totalFileBytes } from './attachment.ts';

const line = z.string().trim().max(200);
/** Codes as they stand in addresses. */
const codeText = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/);

export const letterAmount = z.object({
  fund: z.string().min(1).max(60),
  year: z.number().int(),
  cents: z
    .number()
    .int()
    .min(0)
    .max(1e13)
    .nullable()
    .openapi({ description: 'euro cents; null is pm: granted, and how much is not known yet' }),
  provisional: z.boolean().default(false),
  memo: z.boolean().default(false).openapi({ description: 'named by the letter, and in no total' }),
  note: z.string().trim().max(2000).default('').openapi({ description: 'why it changed' }),
});

export const letterFile = z.object({
  name: line.min(1),
  mediaType: z.string().regex(/^[\w.+-]+\/[\w.+-]+$/),
  base64: z.base64().max(Math.ceil((totalFileBytes * 4) / 3) + 4),
});

/** A letter: a new version of the document that carries the amounts, in force from a day on. */
export const letterInput = z.object({
  document: z.string().max(60).optional().openapi({ description: 'the document it renews; else a new one' }),
  kind: z.string().max(60).optional().openapi({ description: 'of a new document' }),
  code: codeText.optional().openapi({ description: 'of a new document' }),
  title: line.optional().openapi({ description: 'of a new document' }),
  unit: z
    .string()
    .max(60)
    .optional()
    .openapi({ description: 'of which a new document speaks; else the first unit of its kind' }),
  amounts: z.array(letterAmount).max(1000).openapi({ description: 'what is not named stays as it was' }),
  from: z.iso.date().openapi({ description: 'the first day in force' }),
  note: z.string().trim().max(4000).default(''),
  source: line.default('').openapi({ description: 'reference or address of the letter' }),
  seen: z.number().int().optional().openapi({ description: 'the number of the version that was renewed' }),
  files: z.array(letterFile).max(10).default([]),
});
export type LetterInput = z.output<typeof letterInput>;
export type LetterAmount = z.output<typeof letterAmount>;
