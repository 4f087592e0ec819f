import { z } from 'zod';
import { rulesSchema } from '#app/allocation/allocation.input.ts';
import { runInputsSchema } from '#app/allocation/run.input.ts';
import { scenarioOutcomes } from '#app/allocation/scenario.ts';
import { code, json, moment, text } from './file-value.ts';

/** JSON kept as it was written once it is known to be of this shape. */
function shaped(shape: z.ZodType) {
  return json.superRefine((value, context) => {
    const { error } = shape.safeParse(value);
    for (const { path, message } of error?.issues ?? []) {
      context.addIssue({ code: 'custom', path: [...path], message });
    }
  });
}

/** An allocation that was considered, with the money and head counts it ran on, and what became of it. */
export const scenarioSchema = z
  .strictObject({
    code,
    name: text.min(1),
    /** why it was considered */
    description: text.default(''),
    fund: code,
    /** false: only for who may see drafts of allocations */
    shared: z.boolean().default(false),
    /** what it was kept with; the result is null when the rules could not be carried out */
    allocation: z.strictObject({
      rules: shaped(rulesSchema),
      inputs: shaped(runInputsSchema),
      result: json.nullable(),
    }),
    outcome: z.enum(scenarioOutcomes).nullable().default(null),
    reason: text.default(''),
    /** the allocation document that a draft was made of it for */
    document: code.nullable().default(null),
    source: text.default(''),
    keptAt: moment,
  })
  .refine((one) => one.outcome === null || one.reason !== '', {
    path: ['reason'],
    message: 'an outcome needs a reason',
  });
