import { z } from '@hono/zod-openapi';
import { type Api, answer, etagOf, operation } from '#app/identity/api.server.ts';
import { Missing, Rejection } from '#app/kernel/rejection.ts';
import { saveBudgetWithTotals } from './budget.server.ts';
import { getBudget } from './budget-read.server.ts';
import { removeMeasure, saveMeasure } from './measure.server.ts';
import { answerIn, type Place } from './place.ts';
import { budgetInput, measureInput, sectionInput } from './plan.input.ts';
import { getPlan, type Plan } from './plan.server.ts';
import { address, done, json, plan, tags, version } from './plan-endpoint.api.ts';
import { saveSection } from './section.server.ts';

const ifMatch = z.object({
  'if-match': z
    .string()
    .optional()
    .openapi({ description: 'the ETag of what you read; 409 when it changed' }),
});
const revision = z.object({ revision: z.number().int() });

/** Refuses when what the caller read is not what is there now. */
function mustMatch(given: string | undefined, current: unknown): void {
  if (given !== undefined && given !== etagOf(current)) throw new Rejection('conflict', {});
}

const sectionOf = (read: Plan, question: string, place: Place) => {
  const found = read.questions.find((one) => one.code === question);
  if (!found) throw new Missing('question');
  const answered = answerIn(found.answers, place);
  return { question, ...place, body: answered?.body ?? null, revision: answered?.revision ?? 0 };
};

/** What is written in a draft: answers, measures and budget. */
export function draftApi(api: Api): void {
  sections(api);
  measures(api);
  budget(api);
}

function sections(api: Api): void {
  const params = plan.extend({ question: z.string() });
  const query = z.object({
    node: z.string().optional().openapi({ description: 'the theme, when asked per theme' }),
    unit: z.string().optional().openapi({ description: 'the unit, when asked per unit' }),
  });
  const section = z.object({
    question: z.string(),
    node: z.string().nullable(),
    unit: z.string().nullable(),
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
      const { node = null, unit = null, version: number } = c.req.valid('query');
      return sectionOf(await getPlan(tx, actor, { ...address(rest), version: number }), question, {
        node,
        unit,
      });
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
      const { node = null, unit = null } = c.req.valid('query');
      const current = sectionOf(await getPlan(tx, actor, address(rest)), question, { node, unit });
      mustMatch(c.req.valid('header')['if-match'], current);
      const input = c.req.valid('json');
      const seen = c.req.valid('header')['if-match'] === undefined ? (input.revision ?? 0) : current.revision;
      return saveSection(tx, actor, { ...address(rest), ...input, question, node, unit, revision: seen });
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

const sum = z.object({
  year: z.number().int(),
  cents: z.number().int().nullable(),
  fteMilli: z.number().int().nullable(),
});

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
    answer(c, (tx, actor) =>
      getBudget(tx, actor, { ...address(c.req.valid('param')), ...c.req.valid('query') }),
    ),
  );
  const save = operation({
    method: 'patch',
    path: '/schemes/{code}/plans/{document}/budget',
    operationId: 'saveBudget',
    tags,
    summary: 'Save cells of the budget',
    description:
      'Each cell says what you saw in it. Cells that somebody else changed come back as conflicts, the rest is saved. With If-Match all or nothing. The answer has the new sums: of the measures, of the funds with what is left, and of the units up to the institution.',
    request: { params: plan, headers: ifMatch, body: json(budgetInput).body },
    answer: z.looseObject({
      saved: z.number().int(),
      conflicts: z.array(z.looseObject({ theirs: z.unknown() })),
      totals: z.object({
        measures: z.array(sum.extend({ measure: z.string() })),
        funds: z.array(
          z.looseObject({ fund: z.string(), year: z.number().int(), left: z.number().int().nullable() }),
        ),
        units: z
          .array(sum.extend({ unit: z.string() }))
          .openapi({ description: 'as if this draft were in force beside the others' }),
      }),
    }),
  });
  api.openapi(save, (c) =>
    answer(c, async (tx, actor) => {
      const at = address(c.req.valid('param'));
      const match = c.req.valid('header')['if-match'];
      if (match !== undefined) mustMatch(match, await getBudget(tx, actor, at));
      return saveBudgetWithTotals(tx, actor, { ...at, ...c.req.valid('json') });
    }),
  );
}
