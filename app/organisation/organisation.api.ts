import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { changedSchema, endpoint } from '#app/identity/endpoint.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import {
  changeUnitInput,
  closeUnitInput,
  code,
  createUnitInput,
  date,
  moveUnitInput,
  succeedUnitsInput,
} from './organisation.input.ts';
import { changeUnit, closeUnit, createUnit, moveUnit } from './organisation.server.ts';
import { succeedUnits } from './succession.server.ts';
import { getUnit, listUnits } from './unit.server.ts';

const day = z.iso.date().nullable();
export const names = { nameNl: z.string(), nameEn: z.string() };
const named = z.object({ code: z.string(), ...names });
const unitFields = {
  unitId: z.uuid(),
  code: z.string(),
  kind: z.string(),
  ...names,
  sort: z.number().int(),
  revision: z.number().int(),
  from: day.openapi({ description: 'first day; null when open' }),
  through: day.openapi({ description: 'last day; null when open' }),
};
const treeUnit = z
  .object({ ...unitFields, parentId: z.uuid().nullable(), depth: z.number().int() })
  .openapi('Unit');
const unitDetail = z
  .object({
    ...unitFields,
    placements: z.array(z.object({ parent: named, from: day, through: day })),
    successions: z.array(
      z.object({ kind: z.string(), on: z.iso.date(), predecessor: named, successor: named }),
    ),
    bodies: z.array(
      z.object({
        code: z.string(),
        kind: z.string(),
        kindNl: z.string(),
        kindEn: z.string(),
        ...names,
        from: day,
        through: day,
      }),
    ),
  })
  .openapi('UnitDetail');
const tag = 'organisation';

export function organisationApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/units',
    operationId: 'listUnits',
    tag,
    summary: 'The unit tree as of a date',
    query: { asOf: date.optional() },
    answer: z.array(treeUnit),
    run: (tx, actor, { query, now }) => listUnits(tx, actor.institutionId, query.asOf ?? isoDate(now)),
  });
  endpoint(api, {
    method: 'get',
    path: '/units/{code}',
    operationId: 'getUnit',
    tag,
    summary: 'One unit: where it hung, what it came from and became, its bodies',
    params: { code },
    answer: unitDetail,
    run: (tx, actor, { params }) => getUnit(tx, actor.institutionId, params.code),
  });
  endpoint(api, {
    method: 'post',
    path: '/units',
    operationId: 'createUnit',
    tag,
    summary: 'Make a unit below another',
    body: createUnitInput,
    status: 201,
    answer: z.object({ unitId: z.uuid(), code: z.string() }),
    run: (tx, actor, { body }) => createUnit(tx, actor, body),
  });
  endpoint(api, {
    method: 'put',
    path: '/units/{code}',
    operationId: 'changeUnit',
    tag,
    summary: "Change a unit's names, kind and order",
    params: { code },
    body: changeUnitInput.omit({ revision: true }),
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params, body, revision }) => changeUnit(tx, actor, params.code, { ...body, revision }),
  });
  successionApi(api);
}

function successionApi(api: Api): void {
  endpoint(api, {
    method: 'post',
    path: '/units/{code}/placements',
    operationId: 'moveUnit',
    tag,
    summary: 'Hang a unit under another parent from a day on; where it hung before stays on record',
    params: { code },
    body: moveUnitInput.omit({ revision: true }),
    revision: true,
    status: 201,
    answer: changedSchema,
    run: (tx, actor, { params, body, revision }) => moveUnit(tx, actor, params.code, { ...body, revision }),
  });
  endpoint(api, {
    method: 'put',
    path: '/units/{code}/closure',
    operationId: 'closeUnit',
    tag,
    summary: 'Close a unit after a day',
    params: { code },
    body: closeUnitInput.omit({ revision: true }),
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params, body, revision }) => closeUnit(tx, actor, params.code, { ...body, revision }),
  });
  endpoint(api, {
    method: 'post',
    path: '/unit-successions',
    operationId: 'succeedUnits',
    tag,
    summary: 'Merge, split or rename units on a day',
    description:
      'The predecessors close the day before; a successor that does not exist yet is made. Units below a predecessor move along when there is one successor.',
    body: succeedUnitsInput,
    status: 201,
    answer: z.object({ successors: z.array(z.string()) }),
    run: (tx, actor, { body }) => succeedUnits(tx, actor, body),
  });
}
