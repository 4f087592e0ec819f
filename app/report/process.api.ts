import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { endpoint } from '#app/identity/endpoint.server.ts';
import { momentInput } from '#app/ledger/money.input.ts';
import { sanctionEffectSchema } from '#app/scheme/sanction.ts';
import { getMilestones } from './milestone.server.ts';
import { getSanctions } from './sanction.server.ts';
import { unallocated } from './sanction-effect.ts';

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
    ...{ bodyKind: text.nullable(), bodyKindNl: text.nullable(), bodyKindEn: text.nullable() },
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
          ...{ bodyKind: step.bodyKind, bodyKindNl: step.bodyKindNl, bodyKindEn: step.bodyKindEn },
          ...{ right: step.right, source: step.source },
        })),
      };
    },
  });
  sanctionApi(api);
}

const cents = z.number().int().nullable().openapi({ description: 'euro cents; null: not known' });
const sanction = z.object({
  ...{ code: text, nameNl: text, nameEn: text, causeNl: text, causeEn: text, source: text },
  effect: sanctionEffectSchema,
  years: z.array(
    z.object({
      year: whole,
      amount: cents,
      stage: z.enum(['granted', 'expected']).nullable(),
      loss: cents,
    }),
  ),
  total: whole,
  partial: z
    .boolean()
    .openapi({ description: 'years of which the amount is not known are not in the total' }),
  units: z.array(z.object({ unit: text.nullable(), cents: whole })).openapi({
    description: 'in proportion to what each was allocated; unit null: not yet allocated',
  }),
});

function sanctionApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/sanctions',
    operationId: 'getSanctions',
    tag,
    summary: 'What an assessment that ends badly would cost, per year and unit',
    params: { code: text },
    query: momentInput.shape,
    answer: z.object({ sanctions: z.array(sanction) }),
    run: async (tx, actor, { params, query, now }) => {
      const { sanctions } = await getSanctions(tx, actor, { scheme: params.code, ...query, now });
      return {
        sanctions: sanctions.map(({ sanction: { sort: _, ...one }, loss }) => ({
          ...one,
          years: loss.years.map(({ year, amount, stage, loss: lost }) => ({
            year,
            amount,
            stage,
            loss: lost,
          })),
          ...{ total: loss.total, partial: loss.partial },
          units: [...loss.units].map(([unit, sum]) => ({
            unit: unit === unallocated ? null : unit,
            cents: sum,
          })),
        })),
      };
    },
  });
}
