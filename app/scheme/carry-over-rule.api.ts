import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { changedSchema, endpoint } from '#app/identity/endpoint.server.ts';
import { putCarryOverRule, removeCarryOverRule } from './carry-over-rule.server.ts';
import { carryOverRuleInput } from './scheme.input.ts';

const params = { code: z.string(), kind: z.string() };
const common = { path: '/schemes/{code}/document-kinds/{kind}/carry-over-rule', tag: 'schemes', params };

/** Whether documents of a kind move what a year leaves over, and how far. */
export const carryOverRuleSchema = z.object({
  shareBasis: z.number().int().nullable(),
  lastYear: z.number().int().nullable(),
  advance: z.boolean(),
  source: z.string(),
});

export function carryOverRuleApi(api: Api): void {
  endpoint(api, {
    ...common,
    method: 'put',
    operationId: 'putCarryOverRule',
    summary: 'Let documents of a kind carry over what a year leaves, and say how far',
    description:
      'The kind must allocate and have no documents yet. shareBasis is in basis points of what a unit was allocated in the year; without it all that is left may move.',
    body: carryOverRuleInput.omit({ revision: true }),
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params: { code, kind }, body, revision }) =>
      putCarryOverRule(tx, actor, { scheme: code, part: kind }, { ...body, revision }),
  });
  endpoint(api, {
    ...common,
    method: 'delete',
    operationId: 'removeCarryOverRule',
    summary: 'Take the rule on carry-overs away from a kind that has no documents',
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params: { code, kind }, revision }) =>
      removeCarryOverRule(tx, actor, { scheme: code, part: kind }, { revision }),
  });
}
