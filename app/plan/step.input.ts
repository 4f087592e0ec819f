import { z } from '@hono/zod-openapi';
import { comparators, stepKinds } from './step.ts';

const year = z.coerce.number().int().min(1900).max(2200).nullish();

export const stepInput = z.object({
  kind: z.enum(stepKinds),
  /** code of a unit below the plan's own, or covered by it; left out is all */
  unit: z.string().max(60).nullish(),
  firstYear: year,
  /** left out: the first year */
  lastYear: year,
  /** when within that year, in words */
  due: z.string().trim().max(200).default(''),
  text: z.string().trim().min(1).max(2000),
  comparator: z.enum(comparators).nullish(),
  /** thousandths of the target's unit */
  targetMilli: z.coerce.number().int().min(-1e13).max(1e13).nullish(),
  /** what is counted, in words */
  targetUnit: z.string().trim().max(200).default(''),
  /** the revision that the writer saw; 0 for a new step */
  revision: z.coerce.number().int().min(0),
});

export const seenInput = z.object({ revision: z.coerce.number().int().min(0) });
export const moveStepInput = z.object({ direction: z.enum(['up', 'down']) });

export type StepInput = z.output<typeof stepInput>;
