import { z } from '@hono/zod-openapi';
import { type Api, answer, operation } from '#app/identity/api.server.ts';
import { markMemo } from './memo.server.ts';
import { budgetCellInput } from './plan.input.ts';
import { address, json, plan, tags } from './plan-endpoint.api.ts';
import { markProvisional } from './provisional.server.ts';

const cell = budgetCellInput.omit({ side: true, value: true, seen: true, provisional: true }).extend({
  provisional: z.boolean().openapi({ description: 'false: final' }),
});

const row = budgetCellInput
  .pick({ measure: true, component: true, unit: true, fund: true, costKind: true })
  .extend({
    memo: z.boolean().openapi({ description: 'false: among the totals' }),
  });

/** What the amounts of a draft say of themselves: provisional, or a memo beside the totals. */
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
  const memo = operation({
    method: 'put',
    path: '/schemes/{code}/plans/{document}/draft/memo',
    operationId: 'markMemo',
    tags,
    summary: 'Set rows of the draft beside the totals, or among them',
    description:
      'All years of a row. The amounts stay as they are printed; beside the totals they add nothing.',
    request: { params: plan, ...json(z.object({ rows: z.array(row).min(1).max(2000) })) },
    answer: z.object({ changed: z.number().int() }),
  });
  api.openapi(memo, (c) =>
    answer(c, (tx, actor) =>
      markMemo(tx, actor, { ...address(c.req.valid('param')), ...c.req.valid('json') }),
    ),
  );
}
