import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { changedSchema, endpoint } from '#app/identity/endpoint.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { addMember, changeBody, createBody, endTerm, getBody, listBodies } from './body.server.ts';
import { putCharter } from './charter.server.ts';
import {
  correctHeadCount,
  createDefinition,
  listDefinitions,
  listHeadCounts,
  recordHeadCounts,
} from './head-count.server.ts';
import { names } from './organisation.api.ts';
import {
  addMemberInput,
  changeBodyInput,
  charterInput,
  code,
  correctHeadCountInput,
  createBodyInput,
  createDefinitionInput,
  date,
  endTermInput,
  recordHeadCountsInput,
} from './organisation.input.ts';

const tag = 'organisation';
const day = z.iso.date().nullable();
const id = z.uuid();
const bodyFields = {
  bodyId: id,
  code: z.string(),
  kind: z.string(),
  kindNl: z.string(),
  kindEn: z.string(),
  ...names,
  revision: z.number().int(),
  unitId: id,
  unit: z.string(),
  unitNl: z.string(),
  unitEn: z.string(),
  from: day,
  through: day,
};
const member = z.object({
  memberId: id,
  name: z.string(),
  capacity: z.string(),
  login: z.string().nullable(),
  from: day,
  through: day,
  revision: z.number().int(),
});

export function bodyApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/bodies',
    operationId: 'listBodies',
    tag,
    summary: 'The boards, councils and committees',
    answer: z.array(z.object(bodyFields).openapi('Body')),
    run: (tx, actor) => listBodies(tx, actor.institutionId),
  });
  endpoint(api, {
    method: 'get',
    path: '/bodies/{code}',
    operationId: 'getBody',
    tag,
    summary: 'One body with its members, present and past',
    params: { code },
    answer: z
      .object({
        ...bodyFields,
        parts: z.array(z.object({ code: z.string(), ...names })),
        members: z.array(member),
      })
      .openapi('BodyDetail'),
    run: (tx, actor, { params }) => getBody(tx, actor.institutionId, params.code),
  });
  endpoint(api, {
    method: 'post',
    path: '/bodies',
    operationId: 'createBody',
    tag,
    summary: 'Make a body at a unit',
    body: createBodyInput,
    status: 201,
    answer: z.object({ bodyId: id, code: z.string() }),
    run: (tx, actor, { body }) => createBody(tx, actor, body),
  });
  endpoint(api, {
    method: 'put',
    path: '/bodies/{code}',
    operationId: 'changeBody',
    tag,
    summary: "Change a body's names and kind, or the day after which it is no more",
    params: { code },
    body: changeBodyInput.omit({ revision: true }),
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params, body, revision }) => changeBody(tx, actor, params.code, { ...body, revision }),
  });
  endpoint(api, {
    method: 'post',
    path: '/bodies/{code}/members',
    operationId: 'addMember',
    tag,
    summary: 'Add a member for a term of office',
    params: { code },
    body: addMemberInput,
    status: 201,
    answer: z.object({ memberId: id }),
    run: (tx, actor, { params, body }) => addMember(tx, actor, params.code, body),
  });
  endpoint(api, {
    method: 'put',
    path: '/members/{memberId}/term-end',
    operationId: 'endTerm',
    tag,
    summary: "End a member's term after a day",
    params: { memberId: id },
    body: endTermInput.omit({ revision: true }),
    revision: true,
    answer: z.object({ through: z.iso.date(), revision: z.number().int() }),
    run: (tx, actor, { params, body, revision }) =>
      endTerm(tx, actor, params.memberId, { ...body, revision }),
  });
  endpoint(api, {
    method: 'put',
    path: '/bodies/{code}/charter',
    operationId: 'putCharter',
    tag,
    summary: 'Lay down what a body is for, who chairs it, of whom it is made and on what it advises',
    params: { code },
    body: charterInput.omit({ revision: true }),
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params, body, revision }) => putCharter(tx, actor, params.code, { ...body, revision }),
  });
  headCountApi(api);
}

const headCount = z
  .object({
    headCountId: id,
    definition: z.string(),
    unit: z.string(),
    unitNl: z.string(),
    unitEn: z.string(),
    referenceDate: z.iso.date(),
    heads: z.number().int().nullable(),
    mark: z.string().nullable().openapi({ description: 'why there is no number: unknown or masked' }),
    source: z.string(),
  })
  .openapi('HeadCount');

function headCountApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/head-count-definitions',
    operationId: 'listHeadCountDefinitions',
    tag,
    summary: 'What is counted',
    answer: z.array(z.object({ definitionId: id, code: z.string(), ...names })),
    run: (tx, actor) => listDefinitions(tx, actor.institutionId),
  });
  endpoint(api, {
    method: 'post',
    path: '/head-count-definitions',
    operationId: 'createHeadCountDefinition',
    tag,
    summary: 'Say what is counted',
    body: createDefinitionInput,
    status: 201,
    answer: z.object({ code: z.string() }),
    run: (tx, actor, { body }) => createDefinition(tx, actor, body),
  });
  endpoint(api, {
    method: 'get',
    path: '/head-counts',
    operationId: 'listHeadCounts',
    tag,
    summary: 'Head counts, the newest reference date first',
    query: { definition: code.optional(), referenceDate: date.optional() },
    answer: z.array(headCount),
    run: (tx, actor, { query }) => listHeadCounts(tx, actor.institutionId, query),
  });
  endpoint(api, {
    method: 'post',
    path: '/head-counts',
    operationId: 'recordHeadCounts',
    tag,
    summary: 'Record one count per unit for a definition and a reference date, all or none',
    body: recordHeadCountsInput,
    status: 201,
    answer: z.object({ recorded: z.number().int() }),
    run: (tx, actor, { body, now }) => recordHeadCounts(tx, actor, body, isoDate(now)),
  });
  endpoint(api, {
    method: 'put',
    path: '/head-counts/{headCountId}',
    operationId: 'correctHeadCount',
    tag,
    summary: 'Correct one count',
    description: '`seen` is the number that was read: when another stands there by now, nothing changes.',
    params: { headCountId: id },
    body: correctHeadCountInput,
    answer: z.object({ heads: z.number().int().nullable(), mark: z.string().nullable() }),
    run: (tx, actor, { params, body }) => correctHeadCount(tx, actor, params.headCountId, body),
  });
}
