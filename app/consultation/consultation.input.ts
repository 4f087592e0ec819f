import { z } from '@hono/zod-openapi';
import { methodKinds } from './consultation.ts';

const text = z.string().trim().max(10_000);
const line = text.min(1).max(500);
const code = z.string().trim().min(1).max(80);
const nodes = z
  .array(z.object({ framework: code, node: code }))
  .max(50)
  .default([]);
const heads = z.number().int().min(0).max(1_000_000);

/** A consultation as people and machines send it; codes name what it refers to. */
export const consultationInput = z.object({
  date: z.iso.date().openapi({ description: 'The day; its first day when only a month or year is known' }),
  on: text.max(80).default('').openapi({ description: 'The date as the source prints it, when not a day' }),
  title: line,
  method: code,
  unit: code,
  body: code.nullable().default(null).openapi({ description: 'The body that was consulted or held it' }),
  document: code.nullable().default(null).openapi({ description: 'The document it was about' }),
  nodes: nodes.openapi({ description: 'The themes it was about' }),
  sittings: z
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(1)
    .openapi({ description: 'Of how many talks it consisted' }),
  round: z
    .number()
    .int()
    .min(1)
    .max(50)
    .nullable()
    .default(null)
    .openapi({ description: 'Which round of feedback on the document' }),
  involvement: code
    .nullable()
    .default(null)
    .openapi({ description: 'The standing form of taking part that was consulted' }),
  withWhom: text.default(''),
  aim: text.default(''),
  invited: heads.nullable().default(null),
  present: heads.nullable().default(null),
  answered: heads.nullable().default(null),
  parts: z
    .array(z.object({ name: line, heads, about: z.boolean().default(false) }))
    .max(20)
    .default([])
    .openapi({ description: 'Groups among those who answered' }),
  caveat: text.default(''),
  outcome: text.default(''),
  source: text.default(''),
  topics: z
    .array(
      z.object({
        text: line,
        against: text
          .max(500)
          .default('')
          .openapi({ description: 'What it goes against: an assumption or a measure' }),
        nodes: nodes.openapi({ description: 'Its codes: nodes of the frameworks of the scheme' }),
        measures: z
          .array(z.object({ document: code, measure: code }))
          .max(50)
          .default([])
          .openapi({ description: 'The measures that answer it' }),
        quotes: z
          .array(
            z.object({
              text: text.min(1).max(2000),
              speakers: text.max(200).default(''),
              heads: heads
                .min(1)
                .nullable()
                .default(null)
                .openapi({ description: 'How large the group is that it came from; null: all who answered' }),
            }),
          )
          .max(20)
          .default([])
          .openapi({ description: 'Word for word, without names; shown when the group is large enough' }),
      }),
    )
    .max(50)
    .default([]),
  discussions: z
    .array(
      z
        .object({
          body: code.nullable().default(null),
          withWhom: text.max(500).default(''),
          on: text.max(80).default('').openapi({ description: 'As printed; empty: the day is not known' }),
          note: text.default(''),
        })
        .refine((one) => one.body !== null || one.withWhom !== '', { path: ['withWhom'] }),
    )
    .max(20)
    .default([])
    .openapi({ description: 'Who discussed the outcome' }),
});
export type ConsultationInput = z.output<typeof consultationInput>;

/** A way of consulting, such as a survey or an information session. */
export const methodInput = z.object({
  nameNl: line,
  nameEn: line,
  kind: z.enum(methodKinds).default('talk'),
  individuals: z
    .boolean()
    .default(false)
    .openapi({ description: 'It asks individuals: small numbers of them and their quotes are masked' }),
  sort: z.coerce.number().int().min(0).max(10_000).default(0),
});
/** The same as a form sends it; a new one names its code. */
export const methodForm = methodInput.extend({
  code: code.optional(),
  individuals: z.coerce.boolean().default(false),
  revision: z.coerce.number().int().min(0).default(0),
});
export type MethodInput = z.output<typeof methodInput>;
