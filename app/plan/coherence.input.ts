import { z } from '@hono/zod-openapi';
import { bundleAnswers } from './coherence.ts';
import { codeText } from './plan.input.ts';

const line = z.string().trim().min(1).max(200);
const long = z.string().trim().max(4000);
const revision = z.coerce.number().int().min(1);

export const proposeBundleInput = z.object({
  goal: z
    .string()
    .min(3)
    .max(200)
    .openapi({ description: 'The goal that the plans share, as `framework/node`' }),
  name: line.openapi({ description: 'What the joint measure would be called' }),
  reason: long.min(1).openapi({ description: 'Why together has more effect' }),
});
export const answerBundleInput = z.object({
  unit: z.string().min(1).max(60),
  answer: z.enum(bundleAnswers),
  reason: long.default(''),
  revision,
});
export const joinBundleInput = z.object({
  document: z.string().min(1).max(60).openapi({ description: 'The plan whose draft gets the joint measure' }),
  code: codeText,
  revision,
});
export const withdrawBundleInput = z.object({ reason: long.min(1), revision });
