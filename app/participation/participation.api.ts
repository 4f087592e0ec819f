import { z } from '@hono/zod-openapi';
import { type Api, answer, operation } from '#app/identity/api.server.ts';
import { endpoint } from '#app/identity/endpoint.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { adoptionRise, adoptVersion, getAdoption } from './adoption.server.ts';
import { askDecision, listDecisions } from './decision.server.ts';
import { getDossier } from './dossier.server.ts';
import { recordEvent } from './event.server.ts';
import { getInterim } from './interim.server.ts';
import { recordOutcome } from './outcome.server.ts';
import { adoptInput, askInput, eventInput, outcomeInput } from './participation.input.ts';

const scheme = z.object({ code: z.string() });
const plan = scheme.extend({ document: z.string() });
const one = scheme.extend({ decision: z.uuid() });
const listQuery = z.object({ document: z.string().optional(), body: z.string().optional() });
const body = <S extends z.ZodType>(schema: S) => ({
  required: true,
  content: { 'application/json': { schema } },
});
const tags = ['decisions'];
const decision = z
  .looseObject({
    decisionId: z.string(),
    kind: z.string(),
    question: z.string(),
    askedOn: z.iso.date(),
    dueOn: z.iso.date().nullable(),
    outcome: z.string().nullable(),
    versionNumber: z.number().int(),
    versionHash: z.string(),
  })
  .openapi('Decision');

/** The part of the API for decisions on versions, and their adoption. */
export function participationApi(api: Api): void {
  decisions(api);
  events(api);
  adoption(api);
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/decisions/{decision}/interim',
    operationId: 'getInterim',
    tag: 'decisions',
    summary: 'What may be spent when the year begins without the consent that is asked',
    description:
      'Computed from the ledger by the rule of the right; null where its right says nothing of it.',
    params: one.shape,
    answer: z
      .object({
        rule: z.object({
          parts: z.number().int(),
          of: z.number().int(),
          stage: z.string(),
          basis: z.string(),
          certainty: z.string(),
        }),
        year: z.number().int(),
        begun: z.boolean(),
        rows: z.array(
          z.object({
            node: z.string().nullable(),
            cents: z.number().int().nullable(),
            mostCents: z.number().int().nullable(),
            unknown: z.number().int(),
          }),
        ),
        cents: z.number().int(),
        mostCents: z.number().int(),
        incomplete: z.boolean(),
      })
      .nullable(),
    run: (tx, actor, { params, now }) =>
      getInterim(tx, actor, { scheme: params.code, decision: params.decision, today: isoDate(now) }),
  });
}

function decisions(api: Api): void {
  const list = operation({
    method: 'get',
    path: '/schemes/{code}/decisions',
    operationId: 'listDecisions',
    tags,
    summary: 'Decisions of a scheme',
    description: 'The open ones first, by the day they are due.',
    request: { params: scheme, query: listQuery },
    answer: z.object({ decisions: z.array(decision) }),
  });
  api.openapi(list, (c) =>
    answer(c, async (tx, actor) => ({
      decisions: await listDecisions(tx, actor, {
        scheme: c.req.valid('param').code,
        ...c.req.valid('query'),
      }),
    })),
  );
  const read = operation({
    method: 'get',
    path: '/schemes/{code}/decisions/{decision}',
    operationId: 'getDossier',
    tags,
    summary: 'The dossier of a decision',
    description:
      'The question, its term, its course and state, what can be recorded next and by whom, the plan, and what changed since the version last agreed to.',
    request: { params: one },
    answer: z.looseObject({ decision }),
  });
  api.openapi(read, (c) =>
    answer(c, (tx, actor) => {
      const { code, decision: id } = c.req.valid('param');
      return getDossier(tx, actor, {
        scheme: code,
        decision: id,
        locale: 'en',
        today: isoDate(c.get('clock')()),
      });
    }),
  );
  const ask = operation({
    method: 'post',
    path: '/schemes/{code}/plans/{document}/decisions',
    operationId: 'askDecision',
    tags,
    summary: 'Put a submitted version before a body',
    description: 'The body that the rights matrix names, with its term in working days.',
    request: { params: plan, body: body(askInput) },
    answer: z.object({ decisionId: z.string(), dueOn: z.iso.date() }),
    status: 201,
  });
  api.openapi(ask, (c) =>
    answer(
      c,
      (tx, actor) => {
        const { code, document } = c.req.valid('param');
        return askDecision(tx, actor, {
          ...c.req.valid('json'),
          scheme: code,
          document,
          now: c.get('clock')(),
        });
      },
      201,
    ),
  );
  const record = operation({
    method: 'post',
    path: '/schemes/{code}/decisions/{decision}/outcome',
    operationId: 'recordOutcome',
    tags,
    summary: 'Record what a body decided',
    description: 'By its secretary; final once recorded.',
    request: { params: one, body: body(outcomeInput) },
    answer: z.object({}),
  });
  api.openapi(record, (c) =>
    answer(c, async (tx, actor) => {
      const now = c.get('clock')();
      await recordOutcome(tx, actor, {
        ...c.req.valid('json'),
        decision: c.req.valid('param').decision,
        now,
      });
      return {};
    }),
  );
}

function events(api: Api): void {
  const record = operation({
    method: 'post',
    path: '/schemes/{code}/decisions/{decision}/events',
    operationId: 'recordEvent',
    tags,
    summary: 'Record what happened in a dossier beside its outcome',
    description:
      'Papers, consultation, a longer term, an excluded member, the account of advice, further consultation, and each step of a dispute. Refused with `event.order` when it cannot follow the present state; what was recorded stays.',
    request: { params: one, body: body(eventInput) },
    answer: z.object({ eventId: z.uuid() }),
    status: 201,
  });
  api.openapi(record, (c) =>
    answer(
      c,
      (tx, actor) =>
        recordEvent(tx, actor, {
          ...c.req.valid('json'),
          decision: c.req.valid('param').decision,
          now: c.get('clock')(),
        }),
      201,
    ),
  );
}

function adoption(api: Api): void {
  const read = operation({
    method: 'get',
    path: '/schemes/{code}/plans/{document}/adoption',
    operationId: 'getAdoption',
    tags,
    summary: 'What stands between a version and its adoption',
    description:
      'The rights of the scheme, the decisions taken, each blocker, and what it would make untraceable.',
    request: { params: plan, query: z.object({ version: z.coerce.number().int().optional() }) },
    answer: z.looseObject({
      blockers: z.array(z.looseObject({ code: z.string() })),
      untraceable: z.object({
        cents: z.number().int(),
        lines: z.number().int(),
        reasons: z.array(z.string()),
      }),
    }),
  });
  api.openapi(read, (c) =>
    answer(c, async (tx, actor) => {
      const { code, document } = c.req.valid('param');
      const now = c.get('clock')();
      const found = await getAdoption(tx, actor, { scheme: code, document, ...c.req.valid('query'), now });
      return { ...found, untraceable: await adoptionRise(tx, actor, found, now) };
    }),
  );
  const adopt = operation({
    method: 'post',
    path: '/schemes/{code}/plans/{document}/adoption',
    operationId: 'adoptVersion',
    tags,
    summary: 'Adopt a version',
    description:
      'Names the hash that was read; refused with each blocker until every prior right was exercised on it, and without a reason when it makes euros untraceable.',
    request: { params: plan, body: body(adoptInput) },
    answer: z.object({ decisionId: z.string() }),
    status: 201,
  });
  api.openapi(adopt, (c) =>
    answer(
      c,
      (tx, actor) => {
        const { code, document } = c.req.valid('param');
        return adoptVersion(tx, actor, {
          ...c.req.valid('json'),
          scheme: code,
          document,
          now: c.get('clock')(),
        }).then(({ decisionId }) => ({ decisionId }));
      },
      201,
    ),
  );
}
