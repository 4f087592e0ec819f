import { z } from '@hono/zod-openapi';
import { type Api, answer, operation } from '#app/identity/api.server.ts';
import { budgetCellInput } from './plan.input.ts';
import { address, json, plan, tags } from './plan-endpoint.api.ts';
import { markProvisional } from './provisional.server.ts';

const cell = budgetCellInput.omit({ side: true, value: true, seen: true }).extend({
  provisional: z.boolean().openapi({ description: 'false: final' }),
});

export function provisionalApi(api: Api): void {
  const mark = operation({
    method: 'put',
    path: '/schemes/{code}/plans/{document}/draft/provisional',
    operationId: 'markProvisional',
    tags,
    summary: 'Mark amounts of the draft as provisional, or as final',
    description: 'The amounts stay as they are. A place without an amount is refused; so is one that is pm.',
    request: { params: plan, ...json(z.object({ cells: z.array(cell).min(1).max(5000) })) },
    answer: z.object({ changed: z.number().int() }),
  });
  api.openapi(mark, (c) =>
    answer(c, (tx, actor) =>
      markProvisional(tx, actor, { ...address(c.req.valid('param')), ...c.req.valid('json') }),
    ),
  );
}
