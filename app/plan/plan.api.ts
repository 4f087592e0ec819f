import { z } from '@hono/zod-openapi';
import { type Api, answer, etagOf, operation } from '#app/identity/api.server.ts';
import { Missing, Rejection } from '#app/kernel/rejection.ts';
import { saveBudget } from './budget.server.ts';
import { startPlan, startVersion } from './draft.server.ts';
import { removeMeasure, saveMeasure } from './measure.server.ts';
import {
  budgetInput,
  measureInput,
  returnInput,
  sectionInput,
  startPlanInput,
  startVersionInput,
} from './plan.input.ts';
import { getPlan, type Plan } from './plan.server.ts';
import { listPlans } from './plan-list.server.ts';
import { saveSection } from './section.server.ts';
import { returnPlan, submitPlan } from './submission.server.ts';

const scheme = z.object({ code: z.string() });
const plan = scheme.extend({ document: z.string() });
const json = <S extends z.ZodType>(schema: S) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});
const version = z.object({
  version: z.coerce.number().int().min(1).optional().openapi({ description: 'the newest when left out' }),
});
const ifMatch = z.object({
  'if-match': z
    .string()
    .optional()
    .openapi({ description: 'the ETag of what you read; 409 when it changed' }),
});
const revision = z.object({ revision: z.number().int() });
const done = z.object({});
const named = z.object({ code: z.string(), nameNl: z.string(), nameEn: z.string() });

const planAnswer = z
  .looseObject({
    head: z.looseObject({ code: z.string(), title: z.string(), unit: named, kind: named }),
    version: z.looseObject({ number: z.number(), status: z.string(), contentHash: z.string().nullable() }),
  })
  .openapi('Plan', { description: 'Questions with answers, measures, budget lines, remainders and gaps' });

/** Refuses when what the caller read is not what is there now. */
function mustMatch(given: string | undefined, current: unknown): void {
  if (given !== undefined && given !== etagOf(current)) throw new Rejection('conflict', {});
}

const sectionOf = (read: Plan, question: string, node: string | null) => {
  const found = read.questions.find((one) => one.code === question);
  if (!found) throw new Missing('question');
  const answered = found.answers.find((one) => one.node === node);
  return { question, node, body: answered?.body ?? null, revision: answered?.revision ?? 0 };
};
const budgetOf = ({ lines, remainders, rates }: Plan) => ({ lines, remainders, rates });

/** The part of the API for plans: the same use cases as the screens. */
export function planApi(api: Api): void {
  plans(api);
  sections(api);
  measures(api);
  budget(api);
}

const tags = ['plans'];

function plans(api: Api): void {
  const list = operation({
    method: 'get',
    path: '/schemes/{code}/plans',
    operationId: 'listPlans',
    tags,
    summary: 'Plans of a scheme by unit',
    description: 'Each unit that writes a plan, with the newest version that you may see.',
    request: { params: scheme },
    answer: z.object({ plans: z.array(z.looseObject({ unit: named, document: z.string().nullable() })) }),
  });
  api.openapi(list, (c) =>
    answer(c, async (tx, actor) => ({
      plans: await listPlans(tx, actor, { scheme: c.req.valid('param').code }),
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
    request: { params: plan, query: version },
    answer: planAnswer,
  });
  api.openapi(read, (c) =>
    answer(c, (tx, actor) =>
      getPlan(tx, actor, { ...address(c.req.valid('param')), ...c.req.valid('query'), locale: 'en' }),
    ),
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
  const submit = operation({
    method: 'post',
    path: '/schemes/{code}/plans/{document}/submit',
    operationId: 'submitPlan',
    tags,
    summary: 'Submit the draft',
    description: 'Freezes the draft under one hash; refused with every blocker while it is not complete.',
    request: { params: plan },
    answer: z.object({ version: z.number().int(), hash: z.string() }),
  });
  api.openapi(submit, (c) => answer(c, (tx, actor) => submitPlan(tx, actor, address(c.req.valid('param')))));
  const giveBack = operation({
    method: 'post',
    path: '/schemes/{code}/plans/{document}/return',
    operationId: 'returnPlan',
    tags,
    summary: 'Return a submitted version',
    description: 'Gives the newest submitted version back to its writers, with the reason.',
    request: { params: plan, body: json(returnInput).body },
    answer: done,
  });
  api.openapi(giveBack, (c) =>
    answer(c, async (tx, actor) => {
      await returnPlan(tx, actor, { ...c.req.valid('json'), ...address(c.req.valid('param')) });
      return {};
    }),
  );
}

function sections(api: Api): void {
  const params = plan.extend({ question: z.string() });
  const query = z.object({
    node: z.string().optional().openapi({ description: 'the theme, when asked per theme' }),
  });
  const section = z.object({
    question: z.string(),
    node: z.string().nullable(),
    body: z.looseObject({ type: z.string() }).nullable(),
    revision: z.number().int(),
  });
  const read = operation({
    method: 'get',
    path: '/schemes/{code}/plans/{document}/sections/{question}',
    operationId: 'getSection',
    tags,
    summary: 'The answer to a question',
    description: 'Rich text as JSON. The ETag goes into If-Match when you save.',
    request: { params, query: query.extend(version.shape) },
    answer: section,
  });
  api.openapi(read, (c) =>
    answer(c, async (tx, actor) => {
      const { question, ...rest } = c.req.valid('param');
      const { node, version: number } = c.req.valid('query');
      return sectionOf(
        await getPlan(tx, actor, { ...address(rest), version: number }),
        question,
        node ?? null,
      );
    }),
  );
  const save = operation({
    method: 'put',
    path: '/schemes/{code}/plans/{document}/sections/{question}',
    operationId: 'saveSection',
    tags,
    summary: 'Save the answer to a question',
    description:
      'Of the draft. Send the revision that you read, or its ETag in If-Match; 409 when it changed since.',
    request: { params, query, headers: ifMatch, body: json(sectionInput.partial({ revision: true })).body },
    answer: revision,
  });
  api.openapi(save, (c) =>
    answer(c, async (tx, actor) => {
      const { question, ...rest } = c.req.valid('param');
      const node = c.req.valid('query').node ?? null;
      const current = sectionOf(await getPlan(tx, actor, address(rest)), question, node);
      mustMatch(c.req.valid('header')['if-match'], current);
      const input = c.req.valid('json');
      const seen = c.req.valid('header')['if-match'] === undefined ? (input.revision ?? 0) : current.revision;
      return saveSection(tx, actor, { ...address(rest), ...input, question, node, revision: seen });
    }),
  );
}

function measures(api: Api): void {
  const params = plan.extend({ measure: z.string() });
  const save = operation({
    method: 'put',
    path: '/schemes/{code}/plans/{document}/measures/{measure}',
    operationId: 'saveMeasure',
    tags,
    summary: 'Write a measure of the draft',
    description: 'Revision 0 makes a new one; otherwise the revision that you read.',
    request: { params, body: json(measureInput).body },
    answer: revision,
  });
  api.openapi(save, (c) =>
    answer(c, (tx, actor) => {
      const { measure, ...rest } = c.req.valid('param');
      return saveMeasure(tx, actor, { ...c.req.valid('json'), ...address(rest), measure });
    }),
  );
  const remove = operation({
    method: 'delete',
    path: '/schemes/{code}/plans/{document}/measures/{measure}',
    operationId: 'removeMeasure',
    tags,
    summary: 'Take a measure out of the draft',
    description: 'With its budget; earlier versions keep it.',
    request: { params, query: z.object({ revision: z.coerce.number().int() }) },
    answer: done,
  });
  api.openapi(remove, (c) =>
    answer(c, async (tx, actor) => {
      const { measure, ...rest } = c.req.valid('param');
      await removeMeasure(tx, actor, { ...address(rest), measure, ...c.req.valid('query') });
      return {};
    }),
  );
}

function budget(api: Api): void {
  const read = operation({
    method: 'get',
    path: '/schemes/{code}/plans/{document}/budget',
    operationId: 'getBudget',
    tags,
    summary: 'The budget of a plan',
    description: 'Lines in cents and thousandths of FTE, and what is left per fund and year.',
    request: { params: plan, query: version },
    answer: z.looseObject({ lines: z.array(z.looseObject({ measure: z.string(), year: z.number() })) }),
  });
  api.openapi(read, (c) =>
    answer(c, async (tx, actor) =>
      budgetOf(await getPlan(tx, actor, { ...address(c.req.valid('param')), ...c.req.valid('query') })),
    ),
  );
  const save = operation({
    method: 'patch',
    path: '/schemes/{code}/plans/{document}/budget',
    operationId: 'saveBudget',
    tags,
    summary: 'Save cells of the budget',
    description:
      'Each cell says what you saw in it. Cells that somebody else changed come back as conflicts, the rest is saved. With If-Match all or nothing.',
    request: { params: plan, headers: ifMatch, body: json(budgetInput).body },
    answer: z.looseObject({
      saved: z.number().int(),
      conflicts: z.array(z.looseObject({ theirs: z.unknown() })),
    }),
  });
  api.openapi(save, (c) =>
    answer(c, async (tx, actor) => {
      const at = address(c.req.valid('param'));
      const match = c.req.valid('header')['if-match'];
      if (match !== undefined) mustMatch(match, budgetOf(await getPlan(tx, actor, at)));
      return saveBudget(tx, actor, { ...at, ...c.req.valid('json') });
    }),
  );
}

function address({ code, document }: { code: string; document: string }) {
  return { scheme: code, document };
}
