import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { changedSchema, endpoint } from '#app/identity/endpoint.server.ts';
import { requirementInput } from './requirement.input.ts';
import { putRequirement, removeRequirement } from './requirement.server.ts';
import { norms } from './requirement.ts';

const tag = 'schemes';
const text = z.string();

/** A requirement of a kind of document, as the API shows it. */
export const requirementSchema = z.object({
  code: text,
  textNl: text,
  textEn: text,
  source: text,
  norm: z.enum(norms).nullable(),
  judged: z.boolean(),
  blocks: z.boolean(),
  sort: z.number().int(),
  questions: z.array(text),
});

export function requirementApi(api: Api): void {
  const params = { code: text, kind: text, requirement: text };
  endpoint(api, {
    method: 'put',
    path: '/schemes/{code}/document-kinds/{kind}/requirements/{requirement}',
    operationId: 'putRequirement',
    tag,
    summary: 'Make a requirement of a kind of document, or change it',
    params,
    body: requirementInput.omit({ revision: true }),
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params: { code, kind, requirement }, body, revision }) =>
      putRequirement(tx, actor, { scheme: code, kind, part: requirement }, { ...body, revision }),
  });
  endpoint(api, {
    method: 'delete',
    path: '/schemes/{code}/document-kinds/{kind}/requirements/{requirement}',
    operationId: 'removeRequirement',
    tag,
    summary: 'Take away a requirement on which nobody judged yet',
    params,
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params: { code, kind, requirement }, revision }) =>
      removeRequirement(tx, actor, { scheme: code, kind, part: requirement }, { revision }),
  });
}
