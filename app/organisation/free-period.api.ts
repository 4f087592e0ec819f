import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { endpoint } from '#app/identity/endpoint.server.ts';
import { putBodyParts } from './body-part.server.ts';
import { listFreePeriods, putFreePeriod, removeFreePeriod } from './free-period.server.ts';
import { freePeriodInput, putPartsInput } from './organisation.input.ts';

const tag = 'organisation';
const period = z.object({
  periodId: z.uuid(),
  kind: z.enum(['recess', 'free-day']),
  nameNl: z.string(),
  nameEn: z.string(),
  from: z.iso.date(),
  through: z.iso.date(),
  revision: z.number().int(),
});

/** The part of the API for the calendar of the institution, and for bodies made of other bodies. */
export function calendarApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/free-periods',
    operationId: 'listFreePeriods',
    tag,
    summary: 'Recess periods and free days: no term in working days runs then',
    answer: z.array(period.openapi('FreePeriod')),
    run: (tx, actor) => listFreePeriods(tx, actor.institutionId),
  });
  endpoint(api, {
    method: 'post',
    path: '/free-periods',
    operationId: 'addFreePeriod',
    tag,
    summary: 'Add a recess period or a free day',
    body: freePeriodInput,
    status: 201,
    answer: z.object({ periodId: z.uuid() }),
    run: (tx, actor, { body }) => putFreePeriod(tx, actor, null, body),
  });
  endpoint(api, {
    method: 'put',
    path: '/free-periods/{periodId}',
    operationId: 'changeFreePeriod',
    tag,
    summary: 'Change a recess period or a free day; what was asked keeps its last day',
    params: { periodId: z.uuid() },
    body: freePeriodInput,
    revision: true,
    answer: z.object({ periodId: z.uuid(), revision: z.number().int() }),
    run: (tx, actor, { params, body, revision }) => putFreePeriod(tx, actor, { ...params, revision }, body),
  });
  endpoint(api, {
    method: 'delete',
    path: '/free-periods/{periodId}',
    operationId: 'removeFreePeriod',
    tag,
    summary: 'Take a period out of the calendar',
    params: { periodId: z.uuid() },
    revision: true,
    answer: z.object({ removed: z.boolean() }),
    run: (tx, actor, { params, revision }) => removeFreePeriod(tx, actor, { ...params, revision }),
  });
  endpoint(api, {
    method: 'put',
    path: '/bodies/{code}/parts',
    operationId: 'putBodyParts',
    tag,
    summary: 'Say of which other bodies a body is made, as a joint meeting is',
    params: { code: z.string() },
    body: putPartsInput.omit({ revision: true }),
    revision: true,
    answer: z.object({ revision: z.number().int() }),
    run: (tx, actor, { params, body, revision }) =>
      putBodyParts(tx, actor, params.code, { ...body, revision }),
  });
}
