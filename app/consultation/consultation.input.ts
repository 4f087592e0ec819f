import { z } from '@hono/zod-openapi';

const text = z.string().trim().max(10_000);
const line = text.min(1).max(500);
const code = z.string().trim().min(1).max(80);
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
        nodes: z
          .array(z.object({ framework: code, node: code }))
          .max(50)
          .default([]),
        measures: z
          .array(z.object({ document: code, measure: code }))
          .max(50)
          .default([])
          .openapi({ description: 'The measures that answer it' }),
      }),
    )
    .max(50)
    .default([]),
});
export type ConsultationInput = z.output<typeof consultationInput>;

/** A way of consulting, such as a survey or an information session. */
export const methodInput = z.object({
  nameNl: line,
  nameEn: line,
  individuals: z
    .boolean()
    .default(false)
    .openapi({ description: 'It asks individuals: one to four of them are masked' }),
  sort: z.number().int().default(0),
});
export type MethodInput = z.output<typeof methodInput>;
