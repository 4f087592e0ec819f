import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { endpoint } from '#app/identity/endpoint.server.ts';
import { getMilestones } from './milestone.server.ts';

const text = z.string();
const whole = z.number().int();
const tag = 'process';

const milestone = z
  .object({
    place: whole,
    step: text,
    ...{ nameNl: text, nameEn: text, partsNl: text, partsEn: text, alsoNl: text, alsoEn: text },
    levels: z.array(text).openapi({ description: 'kinds of units' }),
    due: z
      .array(z.iso.date())
      .openapi({ description: 'with precision month a day only stands for its month' }),
    precision: z.enum(['month']).nullable(),
    startsOn: z.iso.date().nullable(),
    meets: z.array(z.iso.date()).openapi({ description: 'the meetings at which bodies treat it' }),
    bodyKind: text.nullable(),
    right: text.nullable(),
    source: text,
  })
  .openapi('Milestone');

const bar = z.object({
  level: text,
  months: z.array(
    z.object({
      month: text.openapi({ description: 'as 2018-05' }),
      runs: z.boolean(),
      due: z.array(whole).openapi({ description: 'places of milestones' }),
    }),
  ),
  open: z.array(whole).openapi({ description: 'milestones of which it is not known from when work runs' }),
  outside: z.array(whole),
});

/** How agreements come about: milestones and month bars. */
export function processApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/milestones',
    operationId: 'getMilestones',
    tag,
    summary: 'The milestones of a cycle in a year, and the months in which each level works on them',
    params: { code: text },
    query: { year: z.coerce.number().int().optional() },
    answer: z.object({ year: whole, milestones: z.array(milestone), bars: z.array(bar) }),
    run: async (tx, actor, { params, query, now }) => {
      const at = { scheme: params.code, year: query.year ?? null, now };
      const { year, milestones, bars } = await getMilestones(tx, actor, at);
      return {
        ...{ year, bars },
        milestones: milestones.map(({ step, due, startsOn, meets }) => ({
          ...{ place: step.milestone!, step: step.code, nameNl: step.nameNl, nameEn: step.nameEn },
          ...{ partsNl: step.partsNl, partsEn: step.partsEn, alsoNl: step.alsoNl, alsoEn: step.alsoEn },
          ...{ levels: step.unitKinds, due, precision: step.precision, startsOn, meets },
          ...{ bodyKind: step.bodyKind, right: step.right, source: step.source },
        })),
      };
    },
  });
}
