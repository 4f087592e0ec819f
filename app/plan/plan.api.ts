import { z } from '@hono/zod-openapi';
import { retractVersion } from '#app/document/retraction.server.ts';
import type { Retraction } from '#app/document/version.ts';
import { type Api, answer, operation } from '#app/identity/api.server.ts';
import { momentInput, moneyInput } from '#app/ledger/money.input.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { changeApi } from './change.api.ts';
import { comparisonApi } from './comparison.api.ts';
import { draftApi } from './draft.api.ts';
import { startPlan, startVersion } from './draft.server.ts';
import { returnInput, startPlanInput, startVersionInput } from './plan.input.ts';
import { getPlan } from './plan.server.ts';
import { address, json, plan, scheme, tags, version } from './plan-endpoint.api.ts';
import { listPlans } from './plan-list.server.ts';
import { stepApi } from './step.api.ts';

const named = z.object({ code: z.string(), nameNl: z.string(), nameEn: z.string() });

const planAnswer = z
  .looseObject({
    head: z.looseObject({ code: z.string(), title: z.string(), unit: named, kind: named }),
    version: z.looseObject({ number: z.number(), status: z.string(), contentHash: z.string().nullable() }),
  })
  .openapi('Plan', { description: 'Questions with answers, measures, budget lines, remainders and gaps' });

/** The part of the API for plans: the same use cases as the screens. */
export function planApi(api: Api): void {
  plans(api);
  draftApi(api);
  stepApi(api);
  comparisonApi(api);
  changeApi(api);
}

function plans(api: Api): void {
  const list = operation({
    method: 'get',
    path: '/schemes/{code}/plans',
    operationId: 'listPlans',
    tags,
    summary: 'Plans of a scheme by unit',
    description: 'Each unit that writes a plan, with the newest version that you may see.',
    request: { params: scheme, query: momentInput },
    answer: z.object({ plans: z.array(z.looseObject({ unit: named, document: z.string().nullable() })) }),
  });
  api.openapi(list, (c) =>
    answer(c, async (tx, actor) => ({
      plans: await listPlans(tx, actor, {
        scheme: c.req.valid('param').code,
        moment: versionMoment(c.req.valid('query')),
      }),
    })),
  );
  const start = operation({
    method: 'post',
    path: '/schemes/{code}/plans',
    operationId: 'startPlan',
    tags,
    summary: 'Start the plan of a unit',
    description: 'Makes a document of a kind that the unit writes, with an empty draft.',
    request: { params: scheme, body: json(startPlanInput).body },
    answer: z.object({ document: z.string(), versionId: z.string() }),
    status: 201,
  });
  api.openapi(start, (c) =>
    answer(
      c,
      (tx, actor) => startPlan(tx, actor, { ...c.req.valid('json'), scheme: c.req.valid('param').code }),
      201,
    ),
  );
  const read = operation({
    method: 'get',
    path: '/schemes/{code}/plans/{document}',
    operationId: 'getPlan',
    tags,
    summary: 'One plan',
    description:
      'A version with its answers, measures, budget, remainders and, for a draft, what is missing.',
    request: { params: plan, query: version.extend({ ...momentInput.shape, tree: moneyInput.shape.tree }) },
    answer: planAnswer,
  });
  api.openapi(read, (c) =>
    answer(c, (tx, actor) => {
      const { version, tree, ...days } = c.req.valid('query');
      const asked = { ...address(c.req.valid('param')), version, moment: versionMoment(days), tree };
      return getPlan(tx, actor, { ...asked, locale: 'en' });
    }),
  );
  const next = operation({
    method: 'post',
    path: '/schemes/{code}/plans/{document}/versions',
    operationId: 'startPlanVersion',
    tags,
    summary: 'Start the next version',
    description: 'A draft that begins as a copy of an earlier version.',
    request: { params: plan, body: json(startVersionInput).body },
    answer: z.object({ versionId: z.string() }),
    status: 201,
  });
  api.openapi(next, (c) =>
    answer(
      c,
      (tx, actor) => startVersion(tx, actor, { ...c.req.valid('json'), ...address(c.req.valid('param')) }),
      201,
    ),
  );
  retraction(api, 'return');
  retraction(api, 'withdraw');
}

const retractions = {
  return: {
    path: '/schemes/{code}/plans/{document}/return',
    operationId: 'returnPlan',
    summary: 'Return a submitted version',
    description: 'Gives the newest submitted version of any document back to its writers, with the reason.',
  },
  withdraw: {
    path: '/schemes/{code}/plans/{document}/withdrawal',
    operationId: 'withdrawVersion',
    summary: 'Withdraw a submitted version',
    description:
      'By those who submitted it, with the reason. What was asked of bodies about it lapses; the document stays.',
  },
} as const;

function retraction(api: Api, action: Retraction): void {
  const take = operation({
    method: 'post',
    tags,
    ...retractions[action],
    request: { params: plan, body: json(returnInput).body },
    answer: z.object({ version: z.number().int() }),
  });
  api.openapi(take, (c) =>
    answer(c, (tx, actor) =>
      retractVersion(tx, actor, { ...c.req.valid('json'), ...address(c.req.valid('param')), action }),
    ),
  );
}
