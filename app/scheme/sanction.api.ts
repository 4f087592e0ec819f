import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { changedSchema, endpoint } from '#app/identity/endpoint.server.ts';
import { sanctionInput } from './sanction.input.ts';
import { putSanction, removeSanction } from './sanction.server.ts';

const tag = 'schemes';

export function sanctionApi(api: Api): void {
  const params = { code: z.string(), sanction: z.string() };
  endpoint(api, {
    method: 'put',
    path: '/schemes/{code}/sanctions/{sanction}',
    operationId: 'putSanction',
    tag,
    summary: 'Make a sanction of a scheme, or change it',
    description: 'What an assessment that ends badly does to the money.',
    params,
    body: sanctionInput.omit({ revision: true }),
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params: { code, sanction }, body, revision }) =>
      putSanction(tx, actor, { scheme: code, part: sanction }, { ...body, revision }),
  });
  endpoint(api, {
    method: 'delete',
    path: '/schemes/{code}/sanctions/{sanction}',
    operationId: 'removeSanction',
    tag,
    summary: 'Take a sanction away',
    params,
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params: { code, sanction }, revision }) =>
      removeSanction(tx, actor, { scheme: code, part: sanction }, { revision }),
  });
}
