import { z } from '@hono/zod-openapi';
import { type Api, answer, operation } from '#app/identity/api.server.ts';
import { jsonBody } from '#app/identity/api-body.ts';
import { momentInput } from '#app/ledger/money.input.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import {
  allocationAnswer,
  comparisonAnswer,
  documentAnswer,
  runAnswer,
  startedAnswer,
} from './allocation.answer.ts';
import { rulesSchema } from './allocation.input.ts';
import { type AllocationView, compareVersions, getAllocation, runAllocation } from './allocation.server.ts';
import { listAllocations } from './allocation-list.server.ts';
import { saveDraftInput, startAllocationInput, startDraftInput } from './draft.input.ts';
import { saveDraft, startAllocation, startNextDraft } from './draft.server.ts';
import { runInputsSchema } from './run.input.ts';
import { submitAllocation } from './submission.server.ts';

const scheme = z.object({ code: z.string() });
const allocation = scheme.extend({ document: z.string() });
const tags = ['allocation'];
const frozen = z.object({ version: z.number().int(), hash: z.string() });

export function allocationApi(api: Api): void {
  readOperations(api);
  runOperation(api);
  draftOperations(api);
  submissionOperations(api);
}

function readOperations(api: Api): void {
  const list = operation({
    method: 'get',
    path: '/schemes/{code}/allocations',
    operationId: 'listAllocations',
    tags,
    summary: 'The allocations of a scheme and their versions',
    description: 'Drafts are listed for who may write or decide on them.',
    request: { params: scheme, query: momentInput },
    answer: z.array(documentAnswer),
  });
  api.openapi(list, (c) =>
    answer(c, async (tx, actor) => {
      const schemeId = await schemeIdOf(tx, actor.institutionId, c.req.valid('param').code);
      return listAllocations(tx, actor, schemeId, versionMoment(c.req.valid('query')));
    }),
  );
  const get = operation({
    method: 'get',
    path: '/schemes/{code}/allocations/{document}',
    operationId: 'getAllocation',
    tags,
    summary: 'One version: its rules, what each receiver gets, and the steps behind it',
    description:
      'The newest version unless one is named. A draft is run on the money and head counts of today; problems say why it cannot be.',
    request: {
      params: allocation,
      query: momentInput.extend({ version: z.coerce.number().int().optional() }),
    },
    answer: allocationAnswer,
  });
  api.openapi(get, (c) =>
    answer(c, async (tx, actor) => {
      const { code, document } = c.req.valid('param');
      const { version, ...days } = c.req.valid('query');
      const moment = versionMoment(days);
      return shown(await getAllocation(tx, actor, { scheme: code, document, version, moment }));
    }),
  );
  const compare = operation({
    method: 'get',
    path: '/schemes/{code}/allocation-comparisons',
    operationId: 'compareAllocations',
    tags,
    summary: 'Two versions side by side: the difference per receiver and year',
    description: 'The row without unit and node is what is not allocated. The difference is b minus a.',
    request: {
      params: scheme,
      query: z.object({
        a: z.string(),
        aVersion: z.coerce.number().int(),
        b: z.string(),
        bVersion: z.coerce.number().int(),
      }),
    },
    answer: comparisonAnswer,
  });
  api.openapi(compare, (c) =>
    answer(c, async (tx, actor) => {
      const { a, aVersion, b, bVersion } = c.req.valid('query');
      const { differences } = await compareVersions(tx, actor, {
        scheme: c.req.valid('param').code,
        a: { document: a, version: aVersion },
        b: { document: b, version: bVersion },
      });
      return { differences };
    }),
  );
}

function shown({ setting: _, ...view }: AllocationView) {
  return view;
}

function runOperation(api: Api): void {
  const run = operation({
    method: 'post',
    path: '/schemes/{code}/allocation-runs',
    operationId: 'runAllocation',
    tags,
    summary: 'Run rules without storing anything',
    description:
      'On what the scheme knows of the fund, or on the totals (cents by year), head counts and earlier amounts that are sent. Rules apply in their order; the result is exact to the cent.',
    request: { params: scheme, body: jsonBody(runInputsSchema.extend({ rules: rulesSchema })) },
    answer: runAnswer,
  });
  api.openapi(run, (c) =>
    answer(c, (tx, actor) =>
      runAllocation(tx, actor, { ...c.req.valid('json'), scheme: c.req.valid('param').code }),
    ),
  );
}

function draftOperations(api: Api): void {
  const start = operation({
    method: 'post',
    path: '/schemes/{code}/allocations',
    operationId: 'startAllocation',
    tags,
    summary: 'Start an allocation, or another scenario of one',
    description:
      'Makes a document with a draft, its rules copied from the version named or the one in force.',
    request: { params: scheme, body: jsonBody(startAllocationInput) },
    answer: startedAnswer,
    status: 201,
  });
  api.openapi(start, (c) =>
    answer(
      c,
      async (tx, actor) => {
        const address = { scheme: c.req.valid('param').code };
        const { document, version } = await startAllocation(tx, actor, {
          ...c.req.valid('json'),
          ...address,
        });
        return { document, version };
      },
      201,
    ),
  );
  const next = operation({
    method: 'post',
    path: '/schemes/{code}/allocations/{document}/drafts',
    operationId: 'startAllocationDraft',
    tags,
    summary: 'Start the next version: the same rules on the money of today',
    description: 'For a final grant after the provisional one, or to change the rules.',
    request: { params: allocation, body: jsonBody(startDraftInput) },
    answer: startedAnswer,
    status: 201,
  });
  api.openapi(next, (c) =>
    answer(
      c,
      (tx, actor) => {
        const { code, document } = c.req.valid('param');
        return startNextDraft(tx, actor, { ...c.req.valid('json'), scheme: code, document });
      },
      201,
    ),
  );
  const save = operation({
    method: 'put',
    path: '/schemes/{code}/allocations/{document}/draft',
    operationId: 'saveAllocationDraft',
    tags,
    summary: 'Save the rules of the draft',
    description: 'Rules need not be right yet. A revision that is not the newest is refused as a conflict.',
    request: { params: allocation, body: jsonBody(saveDraftInput) },
    answer: z.object({ revision: z.number().int() }),
  });
  api.openapi(save, (c) =>
    answer(c, (tx, actor) => {
      const { code, document } = c.req.valid('param');
      return saveDraft(tx, actor, { ...c.req.valid('json'), scheme: code, document });
    }),
  );
}

function submissionOperations(api: Api): void {
  const submit = operation({
    method: 'post',
    path: '/schemes/{code}/allocations/{document}/submission',
    operationId: 'submitAllocation',
    tags,
    summary: 'Submit the draft: run it and freeze rules, steps and lines under one hash',
    description: 'Refused when a rule cannot be carried out or gives out more than there is.',
    request: {
      params: allocation,
      body: jsonBody(z.object({ revision: z.number().int().optional() })),
    },
    answer: frozen,
  });
  api.openapi(submit, (c) =>
    answer(c, (tx, actor) => {
      const { code, document } = c.req.valid('param');
      return submitAllocation(tx, actor, { ...c.req.valid('json'), scheme: code, document });
    }),
  );
}
