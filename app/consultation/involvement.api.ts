import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { endpoint } from '#app/identity/endpoint.server.ts';
import { involvementInput } from './involvement.input.ts';
import { listInvolvements, putInvolvement, removeInvolvement } from './involvement.server.ts';

const tag = 'consultations';
const text = z.string();
const params = { code: text, involvement: text };

/** The part of the API for standing forms in which students and others take part. */
export function involvementApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/involvements',
    operationId: 'listInvolvements',
    tag,
    summary: 'In what standing forms people take part',
    params: { code: text },
    answer: z.array(
      involvementInput.extend({
        code: text,
        talks: z.number().int().openapi({ description: 'talks with them that were written up' }),
        revision: z.number().int(),
      }),
    ),
    run: (tx, actor, { params }) => listInvolvements(tx, actor, params.code),
  });
  endpoint(api, {
    method: 'put',
    path: '/schemes/{code}/involvements/{involvement}',
    operationId: 'putInvolvement',
    tag,
    summary: 'Make a form of taking part, or change it',
    params,
    body: involvementInput,
    answer: z.object({ code: text, revision: z.number().int() }),
    run: (tx, actor, { params: { code, involvement }, body }) =>
      putInvolvement(tx, actor, { scheme: code, involvement, revision: null }, body),
  });
  endpoint(api, {
    method: 'delete',
    path: '/schemes/{code}/involvements/{involvement}',
    operationId: 'removeInvolvement',
    tag,
    summary: 'Take away a form of taking part that was never consulted',
    params,
    answer: z.object({ removed: z.boolean() }),
    run: (tx, actor, { params: { code, involvement } }) =>
      removeInvolvement(tx, actor, { scheme: code, involvement }),
  });
}
