import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { changedSchema, endpoint } from '#app/identity/endpoint.server.ts';
import { addBodyKind, changeBodyKind, listBodyKinds, removeBodyKind } from './body-kind.server.ts';
import { names } from './organisation.api.ts';
import { addBodyKindInput, changeBodyKindInput } from './organisation.input.ts';

const tag = 'organisation';
const params = { code: z.string() };

/** The part of the API for the kinds of bodies that the institution knows. */
export function bodyKindApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/body-kinds',
    operationId: 'listBodyKinds',
    tag,
    summary: 'The kinds of bodies that the institution knows, in its own order',
    answer: z.array(
      z
        .object({ code: z.string(), ...names, sort: z.number().int(), revision: z.number().int() })
        .openapi('BodyKind'),
    ),
    run: (tx, actor) => listBodyKinds(tx, actor.institutionId),
  });
  endpoint(api, {
    method: 'post',
    path: '/body-kinds',
    operationId: 'addBodyKind',
    tag,
    summary: 'Add a kind of body',
    body: addBodyKindInput,
    status: 201,
    answer: z.object({ code: z.string() }),
    run: (tx, actor, { body }) => addBodyKind(tx, actor, body),
  });
  endpoint(api, {
    method: 'put',
    path: '/body-kinds/{code}',
    operationId: 'changeBodyKind',
    tag,
    summary: 'Give a kind of body other names; its code stays',
    params,
    body: changeBodyKindInput.omit({ revision: true }),
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params: { code }, body, revision }) =>
      changeBodyKind(tx, actor, code, { ...body, revision }),
  });
  endpoint(api, {
    method: 'delete',
    path: '/body-kinds/{code}',
    operationId: 'removeBodyKind',
    tag,
    summary: 'Take away a kind of body that no body, right, step or term of reply names',
    params,
    answer: z.object({ removed: z.boolean() }),
    run: (tx, actor, { params: { code } }) => removeBodyKind(tx, actor, code),
  });
}
