import { z } from '@hono/zod-openapi';
import { pays } from './involvement.ts';

const text = z.string().trim().max(2000);
const code = z.string().trim().min(1).max(80);

/** A standing form of taking part as people and machines send it. */
export const involvementInput = z.object({
  nameNl: text.min(1).max(200),
  nameEn: text.min(1).max(200),
  unit: code,
  body: code.nullable().default(null).openapi({ description: 'The body they are or sit in' }),
  roleNl: text.default(''),
  roleEn: text.default(''),
  heads: z.number().int().min(0).max(1_000_000).nullable().default(null),
  about: z.boolean().default(false),
  pay: z.enum(pays).default('unknown'),
  payCents: z
    .number()
    .int()
    .min(0)
    .max(100_000_000)
    .nullable()
    .default(null)
    .openapi({ description: 'In cents, per what pay says; null: not known' }),
  since: text.max(80).default('').openapi({ description: 'As printed: 2022' }),
  source: text.default(''),
  sort: z.number().int().min(0).max(10_000).default(0),
});
export type InvolvementInput = z.output<typeof involvementInput>;
