import { z } from '@hono/zod-openapi';
import { comings, itemKinds } from './meeting.ts';

const text = z.string().trim().max(10_000);
const line = text.min(1).max(500);
const code = z.string().trim().min(1).max(80);
const revision = z.coerce.number().int().min(1);

/** What an item is about: its kind and, after a colon, a code or an id; a document may say its version. */
const about = z
  .string()
  .regex(/^(document:[a-z0-9][a-z0-9-]*(@\d+)?|(decision|consultation|moment):[0-9a-f-]{36})$/)
  .openapi({
    description: 'document:CODE, document:CODE@VERSION, decision:ID, consultation:ID or moment:ID',
  });

export const itemInput = z.object({
  item: z.uuid().nullable().default(null).openapi({ description: 'null: a new one, at the end' }),
  kind: z.enum(itemKinds).default('point'),
  title: text.max(300).default(''),
  text: text.default(''),
  about: about.nullable().default(null),
  outcome: text.default('').openapi({ description: 'What was said and decided; empty: not treated yet' }),
  revision: revision.nullable().default(null).openapi({ description: 'Of the item that was seen' }),
});
export type ItemInput = z.output<typeof itemInput>;

export const itemActInput = z.object({ act: z.enum(['remove', 'earlier', 'later']) });

export const heldInput = z.object({
  place: text.max(200).default(''),
  present: z.coerce
    .number()
    .int()
    .min(0)
    .max(1000)
    .nullable()
    .default(null)
    .openapi({ description: 'How many were there, where members are not kept' }),
  guests: text.max(500).default(''),
  attendance: z.array(z.object({ member: z.uuid(), came: z.enum(comings).nullable() })).default([]),
  revision,
});
export type HeldInput = z.output<typeof heldInput>;

export const actionInput = z.object({
  item: z.uuid(),
  title: line,
  unit: code.openapi({ description: 'For which unit' }),
  owner: z
    .string()
    .regex(/^(role:.{1,80}|member:[0-9a-f-]{36})$/)
    .nullable()
    .default(null)
    .openapi({ description: 'role:CODE or member:ID; null: the body itself' }),
  dueOn: z.iso.date(),
});
export type ActionInput = z.output<typeof actionInput>;

export const riskInput = z.object({
  meeting: z.uuid().openapi({ description: 'The meeting on whose agenda it comes' }),
  title: line.max(300),
  text: text.default(''),
});

export type RiskInput = z.output<typeof riskInput>;

export const addMomentInput = z.object({
  step: code.nullable().default(null).openapi({ description: 'null: a meeting that no step foresees' }),
  title: text.max(300).default(''),
  body: code.nullable().default(null).openapi({ description: 'Which body meets, without a step' }),
  unit: code.nullable().default(null).openapi({ description: 'For which unit; null: that of the body' }),
  year: z.coerce.number().int().min(1900).max(2200),
  dueOn: z.iso.date(),
});
export type AddMomentInput = z.output<typeof addMomentInput>;
