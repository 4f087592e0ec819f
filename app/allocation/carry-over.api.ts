import { z } from '@hono/zod-openapi';
import { type Api, answer, operation } from '#app/identity/api.server.ts';
import { jsonBody } from '#app/identity/api-body.ts';
import { momentInput } from '#app/ledger/money.input.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { carryOverRuleSchema } from '#app/scheme/carry-over-rule.api.ts';
import { documentAnswer, startedAnswer } from './allocation.answer.ts';
import { saveCarryInput, startCarryInput, submitCarryInput } from './carry-over.input.ts';
import { getCarryOver, getCarryOverview } from './carry-over.server.ts';
import { leftOf, type YearEnd } from './carry-over.ts';
import {
  saveCarryOver,
  startCarryDraft,
  startCarryOver,
  submitCarryOver,
} from './carry-over-draft.server.ts';

const scheme = z.object({ code: z.string() });
const one = scheme.extend({ document: z.string() });
const tags = ['allocation'];
const cents = z.number().int();

const place = { fund: z.string(), unit: z.string(), year: z.number().int() };
const yearEnd = z
  .object({
    ...place,
    allocated: cents,
    realised: cents.nullable(),
    final: z.boolean().openapi({ description: 'the report is in and nothing in it is provisional' }),
    left: cents.nullable().openapi({ description: 'allocated less realised; null until it is final' }),
  })
  .openapi('YearEnd');
const carry = z
  .object({ ...place, to: z.number().int(), cents, reason: z.string() })
  .openapi('CarryOver', { description: 'negative cents: the later year pays for the earlier one' });
const param = z.union([z.string(), z.number(), z.null()]);
const problems = z.array(
  z.object({ path: z.string(), code: z.string(), params: z.record(z.string(), param) }),
);

const ended = (end: YearEnd) => ({ ...end, left: leftOf(end) });

export function carryOverApi(api: Api): void {
  readOperations(api);
  draftOperations(api);
}

function readOperations(api: Api): void {
  const list = operation({
    method: 'get',
    path: '/schemes/{code}/carry-overs',
    operationId: 'listCarryOvers',
    tags,
    summary: 'What each year left over, per fund and unit, and the documents that move it',
    description: 'Drafts are listed for who may write or decide on them. Without a rule nothing may move.',
    request: { params: scheme, query: momentInput },
    answer: z.object({
      rule: carryOverRuleSchema.nullable(),
      documents: z.array(documentAnswer),
      years: z.array(yearEnd),
    }),
  });
  api.openapi(list, (c) =>
    answer(c, async (tx, actor) => {
      const moment = versionMoment(c.req.valid('query'));
      const { code } = c.req.valid('param');
      const { setting, documents, ends } = await getCarryOverview(tx, actor, code, moment);
      return { rule: setting.carryKinds[0]?.rule ?? null, documents, years: ends.map(ended) };
    }),
  );
  const get = operation({
    method: 'get',
    path: '/schemes/{code}/carry-overs/{document}',
    operationId: 'getCarryOver',
    tags,
    summary: 'One version: what it carries over, why, and what stands in its way',
    description: 'The newest version unless one is named. The years are without what this document carries.',
    request: { params: one, query: momentInput.extend({ version: z.coerce.number().int().optional() }) },
    answer: z.object({
      document: documentAnswer,
      version: z.number().int(),
      revision: z.number().int(),
      reason: z.string(),
      carries: z.array(carry),
      problems,
      years: z.array(yearEnd),
    }),
  });
  api.openapi(get, (c) =>
    answer(c, async (tx, actor) => {
      const { code, document } = c.req.valid('param');
      const { version, ...days } = c.req.valid('query');
      const moment = versionMoment(days);
      const view = await getCarryOver(tx, actor, { scheme: code, document, version, moment });
      return {
        document: view.document,
        version: view.version.number,
        revision: view.revision,
        reason: view.version.note,
        carries: view.carries,
        problems: view.problems,
        years: view.ends.map(ended),
      };
    }),
  );
}

function draftOperations(api: Api): void {
  const start = operation({
    method: 'post',
    path: '/schemes/{code}/carry-overs',
    operationId: 'startCarryOver',
    tags,
    summary: 'Start a carry-over: its draft proposes all that a year leaves',
    description: 'As far as the rule of the scheme allows. Refused when nothing is known to be left.',
    request: { params: scheme, body: jsonBody(startCarryInput) },
    answer: startedAnswer.extend({ count: z.number().int() }),
    status: 201,
  });
  api.openapi(start, (c) =>
    answer(
      c,
      (tx, actor) => startCarryOver(tx, actor, { ...c.req.valid('json'), scheme: c.req.valid('param').code }),
      201,
    ),
  );
  const next = operation({
    method: 'post',
    path: '/schemes/{code}/carry-overs/{document}/drafts',
    operationId: 'startCarryOverDraft',
    tags,
    summary: 'Start the next version of a carry-over with what the last one carries',
    description: 'Once in force it takes the place of the version before it.',
    request: { params: one },
    answer: startedAnswer,
    status: 201,
  });
  api.openapi(next, (c) =>
    answer(
      c,
      (tx, actor) => {
        const { code, document } = c.req.valid('param');
        return startCarryDraft(tx, actor, { scheme: code, document });
      },
      201,
    ),
  );
  const save = operation({
    method: 'put',
    path: '/schemes/{code}/carry-overs/{document}/draft',
    operationId: 'saveCarryOver',
    tags,
    summary: 'Save what the draft carries over',
    description:
      'It need not be right yet: problems say what would be refused at submission. A revision that is not the newest is refused as a conflict.',
    request: { params: one, body: jsonBody(saveCarryInput) },
    answer: z.object({ revision: z.number().int(), problems }),
  });
  api.openapi(save, (c) =>
    answer(c, (tx, actor) => {
      const { code, document } = c.req.valid('param');
      return saveCarryOver(tx, actor, { ...c.req.valid('json'), scheme: code, document });
    }),
  );
  const submit = operation({
    method: 'post',
    path: '/schemes/{code}/carry-overs/{document}/submission',
    operationId: 'submitCarryOver',
    tags,
    summary: 'Submit the draft: its lines are frozen under one hash, which the decision names',
    description: 'Refused without reasons, beyond what is left, or beyond the rule of the scheme.',
    request: { params: one, body: jsonBody(submitCarryInput) },
    answer: z.object({ version: z.number().int(), hash: z.string() }),
  });
  api.openapi(submit, (c) =>
    answer(c, (tx, actor) => {
      const { code, document } = c.req.valid('param');
      return submitCarryOver(tx, actor, { ...c.req.valid('json'), scheme: code, document });
    }),
  );
}
