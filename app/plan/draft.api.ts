import { z } from '@hono/zod-openapi';
import { type Api, answer, operation } from '#app/identity/api.server.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { momentInput } from '#app/ledger/money.input.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { budgetApi } from './budget.api.ts';
import { removeMeasure, saveMeasure } from './measure.server.ts';
import { answerIn, type Place } from './place.ts';
import { measureInput, sectionInput } from './plan.input.ts';
import { getPlan, type Plan } from './plan.server.ts';
import { address, done, ifMatch, json, mustMatch, plan, tags, version } from './plan-endpoint.api.ts';
import { saveSection } from './section.server.ts';

const revision = z.object({ revision: z.number().int() });

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
  budgetApi(api);
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
    request: { params, query: query.extend({ ...version.shape, ...momentInput.shape }) },
    answer: section,
  });
  api.openapi(read, (c) =>
    answer(c, async (tx, actor) => {
      const { question, ...rest } = c.req.valid('param');
      const { node = null, unit = null, version: number, ...days } = c.req.valid('query');
      const at = { ...address(rest), version: number, moment: versionMoment(days) };
      return sectionOf(await getPlan(tx, actor, at), question, {
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
