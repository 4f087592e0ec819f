import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { changedSchema, endpoint } from '#app/identity/endpoint.server.ts';
import { getMeasureHistory } from './history.server.ts';
import { correctionInput, progressInput, promiseJudgementInput, statusInput } from './progress.input.ts';
import { getProgress } from './progress.server.ts';
import { saveProgress } from './progress-write.server.ts';
import { judgePromise, listPromises } from './promise.server.ts';
import { hintsOf } from './promise.ts';
import { putStatus, removeStatus } from './status.server.ts';
import { correctProgress, submitProgress } from './submission.server.ts';

const tag = 'progress';
const int = z.number().int();
const atScheme = { code: z.string() };
// what is coerced would not count as required in the description
const yearOf = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number)
  .openapi({ type: 'integer', example: 2025 });
const atYear = { ...atScheme, unit: z.string(), year: yearOf };

const told = z.looseObject({
  unit: z.looseObject({ code: z.string() }),
  year: int,
  report: z.looseObject({ number: int, revision: int, submittedAt: z.string().nullable() }).nullable(),
  measures: z.array(
    z.looseObject({ document: z.string(), code: z.string(), entry: z.looseObject({}).nullable() }),
  ),
});

/** The part of the API for what units tell of their measures. */
export function progressApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/progress',
    operationId: 'listProgress',
    tag,
    summary: 'What units tell of their measures in a year',
    description:
      'What was submitted, with the promise and the money beside it, in whole cents. `year` left out: the last that is over.',
    params: atScheme,
    query: { year: z.coerce.number().int().optional() },
    answer: z.object({ year: int, units: z.array(told) }),
    run: async (tx, actor, { params, query, now }) => {
      const { year, units } = await getProgress(tx, actor, {
        ...{ scheme: params.code, year: query.year ?? null, now },
      });
      return { year, units };
    },
  });
  years(api);
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/progress/measures/{document}/{measure}',
    operationId: 'getMeasureHistory',
    tag,
    summary: 'One measure over the years: promised, changed, told and spent',
    params: { ...atScheme, document: z.string(), measure: z.string() },
    answer: z.looseObject({ code: z.string(), years: z.array(z.looseObject({ year: int })) }),
    run: (tx, actor, { params: { code, ...at }, now }) =>
      getMeasureHistory(tx, actor, { scheme: code, ...at, now }),
  });
  statuses(api);
  promises(api);
}

function years(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/progress/{unit}/{year}',
    operationId: 'getProgress',
    tag,
    summary: 'The year of one unit',
    description:
      'The draft to whoever writes it, otherwise what was submitted; `number` asks for an earlier one.',
    params: atYear,
    query: { number: z.coerce.number().int().min(1).optional() },
    answer: told,
    run: async (tx, actor, { params: { code, unit, year }, query, now }) => {
      const asked = { scheme: code, unit, year, number: query.number ?? null, drafts: true, now };
      return (await getProgress(tx, actor, asked)).units[0]!;
    },
  });
  endpoint(api, {
    method: 'put',
    path: '/schemes/{code}/progress/{unit}/{year}',
    operationId: 'saveProgress',
    tag,
    summary: 'Keep what a unit writes on a year',
    description: 'Measures that are left out stay as they are. If-Match "0" begins the year.',
    params: atYear,
    body: progressInput,
    revision: true,
    answer: changedSchema.extend({ number: int }),
    run: (tx, actor, { params: { code, ...at }, body, revision, now }) =>
      saveProgress(tx, actor, { scheme: code, ...at, now }, { ...body, revision }),
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/progress/{unit}/{year}/submission',
    operationId: 'submitProgress',
    tag,
    summary: 'Hand in the year of a unit',
    description: 'Refused while a measure lacks its status, what was done, or the reason where it deviates.',
    params: atYear,
    revision: true,
    status: 201,
    answer: z.object({ hash: z.string(), number: int }),
    run: (tx, actor, { params: { code, ...at }, revision, now }) =>
      submitProgress(tx, actor, { scheme: code, ...at, now }, { revision }),
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/progress/{unit}/{year}/corrections',
    operationId: 'correctProgress',
    tag,
    summary: 'Begin a correction of what was handed in',
    description: 'What it corrects stands, and counts until the correction is handed in too.',
    params: atYear,
    body: correctionInput,
    status: 201,
    answer: changedSchema.extend({ number: int }),
    run: (tx, actor, { params: { code, ...at }, body, now }) =>
      correctProgress(tx, actor, { scheme: code, ...at, now }, body),
  });
}

function statuses(api: Api): void {
  endpoint(api, {
    method: 'put',
    path: '/schemes/{code}/progress-statuses',
    operationId: 'putProgressStatus',
    tag,
    summary: 'Add or change a word for how a measure stands',
    description: '`revision` is 0 for a new one.',
    params: atScheme,
    body: statusInput,
    answer: changedSchema,
    run: (tx, actor, { params, body }) => putStatus(tx, actor, params.code, body),
  });
  endpoint(api, {
    method: 'delete',
    path: '/schemes/{code}/progress-statuses/{status}',
    operationId: 'removeProgressStatus',
    tag,
    summary: 'Take away a status that no progress uses',
    params: { ...atScheme, status: z.string() },
    revision: true,
    answer: z.object({ removed: z.boolean() }),
    run: async (tx, actor, { params: { code, status }, revision }) => {
      await removeStatus(tx, actor, { scheme: code, code: status }, { revision });
      return { removed: true };
    },
  });
}

function promises(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/goals',
    operationId: 'listPromises',
    tag,
    summary: 'Whether the measures of plans meet the criteria of the scheme',
    description:
      'Of the newest version of each plan that was submitted; the newest judgement by each criterion.',
    params: atScheme,
    answer: z.object({
      criteria: z.array(z.looseObject({ code: z.string() })),
      promises: z.array(
        z.looseObject({
          ...{ document: z.string(), version: int, code: z.string(), name: z.string() },
          hints: z.array(z.string()).openapi({ description: 'What the plan lacks: a hint, never a verdict' }),
          judgements: z.array(
            z.looseObject({ criterion: z.string(), number: int, met: z.boolean(), reason: z.string() }),
          ),
        }),
      ),
    }),
    run: async (tx, actor, { params }) => {
      const { frame, promises: all } = await listPromises(tx, actor, { scheme: params.code });
      return { criteria: frame.criteria, promises: all.map((one) => ({ ...one, hints: hintsOf(one) })) };
    },
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/goals/{document}/{measure}/judgements',
    operationId: 'judgePromise',
    tag,
    summary: 'Say whether a measure meets a criterion, and why',
    description: '`seen` is the number of the judgement that was seen, 0 without one; the earlier ones stay.',
    params: { ...atScheme, document: z.string(), measure: z.string() },
    body: promiseJudgementInput,
    status: 201,
    answer: z.object({ number: int }),
    run: (tx, actor, { params: { code, ...at }, body, now }) =>
      judgePromise(tx, actor, { scheme: code, ...at, now }, body),
  });
}
