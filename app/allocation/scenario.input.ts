import { z } from '@hono/zod-openapi';
import { rulesSchema } from './allocation.input.ts';
import { ownMarks } from './run.input.ts';
import { totalsBases } from './run.ts';
import { scenarioOutcomes } from './scenario.ts';

const totals = z.record(z.string().regex(/^\d{4}$/), z.number().int().min(0).max(1e13));
const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/);
const revision = z.number().int().min(0).openapi({ description: 'what the writer saw' });
const words = z.string().trim().max(4000);

/** What a scenario says and divides; its code is made of its name when left out. */
const content = {
  name: z.string().trim().min(1).max(200),
  description: words.default('').openapi({ description: 'why it is considered' }),
  shared: z
    .boolean()
    .default(false)
    .openapi({ description: 'true: everyone who may see the scheme sees it; false: who may see drafts' }),
  fund: z.string().min(1).max(60),
  basis: z.enum(totalsBases).default('granted'),
  totals: totals.default({}).openapi({ description: 'cents by year, when the basis is own' }),
  ...ownMarks,
  rules: rulesSchema,
};

export const createScenarioInput = z.object({ ...content, code: code.nullish() });
export const saveScenarioInput = z.object({ ...content, revision });

export const settleScenarioInput = z.object({
  outcome: z.enum(scenarioOutcomes).nullable().openapi({ description: 'null: still open' }),
  reason: words.default('').openapi({ description: 'asked for with an outcome' }),
  revision,
});

export const removeScenarioInput = z.object({ revision: z.coerce.number().int().min(0) });

/** Of a scenario a draft is made: the next version of a document, or the first of a new one. */
export const draftOfScenarioInput = z.object({
  document: z
    .string()
    .min(1)
    .max(60)
    .nullish()
    .openapi({ description: 'the allocation that it becomes the next version of; left out: a new one' }),
  kind: z.string().min(1).max(60).nullish(),
  code: code.nullish(),
  title: z.string().trim().min(1).max(200).nullish(),
  note: words.default(''),
});

export type CreateScenario = z.output<typeof createScenarioInput>;
export type SaveScenario = z.output<typeof saveScenarioInput>;
export type SettleScenario = z.output<typeof settleScenarioInput>;
export type DraftOfScenario = z.output<typeof draftOfScenarioInput>;
