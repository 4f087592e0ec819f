import { z } from '@hono/zod-openapi';
import { type Api, answer, fileAnswer, operation } from '#app/identity/api.server.ts';
import { momentInput, moneyInput } from '#app/ledger/money.input.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { saveBudgetWithTotals } from './budget.server.ts';
import { budgetCsv } from './budget-csv.ts';
import { getBudget, getBudgetText, getPlanTotals } from './budget-read.server.ts';
import { budgetInput } from './plan.input.ts';
import { address, ifMatch, json, mustMatch, plan, tags, version } from './plan-endpoint.api.ts';

const sum = z.object({
  year: z.number().int(),
  cents: z.number().int().nullable(),
  fteMilli: z.number().int().nullable(),
});

/** The budget of a plan: read as JSON or CSV, summed, and saved cell by cell. */
export function budgetApi(api: Api): void {
  const read = operation({
    method: 'get',
    path: '/schemes/{code}/plans/{document}/budget',
    operationId: 'getBudget',
    tags,
    summary: 'The budget of a plan',
    description:
      'Lines in cents and thousandths of FTE, and what is left per fund and year. With `format=csv` the lines as a file, in euros and FTE.',
    request: {
      params: plan,
      query: version.extend({
        ...momentInput.shape,
        tree: moneyInput.shape.tree,
        format: z.enum(['csv']).optional(),
      }),
    },
    answer: z.looseObject({ lines: z.array(z.looseObject({ measure: z.string(), year: z.number() })) }),
  });
  api.openapi(read, (c) => {
    const { format, version: number, tree, ...days } = c.req.valid('query');
    const at = { ...address(c.req.valid('param')), version: number, moment: versionMoment(days), tree };
    if (!format) return answer(c, (tx, actor) => getBudgetText(tx, actor, at));
    return fileAnswer(c, async (tx, actor) => {
      const { lines } = await getBudget(tx, actor, at);
      return async () => ({
        bytes: new TextEncoder().encode(budgetCsv(lines)),
        mediaType: 'text/csv; charset=utf-8',
        fileName: `${at.document}.csv`,
      });
    });
  });
  const totals = operation({
    method: 'get',
    path: '/schemes/{code}/plans/{document}/totals',
    operationId: 'getPlanTotals',
    tags,
    summary: 'Sums of the lines of one version, grouped',
    description: 'Of a draft as of a version that was submitted or adopted; exact, in cents and FTE.',
    request: {
      params: plan,
      query: version.extend({ ...momentInput.shape, groupBy: moneyInput.shape.groupBy }),
    },
    answer: z.object({ rows: z.array(z.looseObject({ cents: z.number().int().nullable() })) }),
  });
  api.openapi(totals, (c) =>
    answer(c, async (tx, actor) => {
      const { version: number, groupBy, ...days } = c.req.valid('query');
      const at = { ...address(c.req.valid('param')), version: number, moment: versionMoment(days) };
      return { rows: await getPlanTotals(tx, actor, { ...at, groupBy }) };
    }),
  );
  const save = operation({
    method: 'patch',
    path: '/schemes/{code}/plans/{document}/budget',
    operationId: 'saveBudget',
    tags,
    summary: 'Save cells of the budget',
    description:
      'Each cell says what you saw in it. Cells that somebody else changed come back as conflicts, the rest is saved. With If-Match all or nothing. The answer has the new sums: of the measures, of the funds with what is left, and of the units up to the institution.',
    request: { params: plan, headers: ifMatch, body: json(budgetInput).body },
    answer: z.looseObject({
      saved: z.number().int(),
      conflicts: z.array(z.looseObject({ theirs: z.unknown() })),
      totals: z.object({
        measures: z.array(sum.extend({ measure: z.string() })),
        funds: z.array(
          z.looseObject({ fund: z.string(), year: z.number().int(), left: z.number().int().nullable() }),
        ),
        units: z
          .array(sum.extend({ unit: z.string() }))
          .openapi({ description: 'as if this draft were in force beside the others' }),
      }),
    }),
  });
  api.openapi(save, (c) =>
    answer(c, async (tx, actor) => {
      const at = address(c.req.valid('param'));
      const match = c.req.valid('header')['if-match'];
      if (match !== undefined) mustMatch(match, await getBudget(tx, actor, at));
      return saveBudgetWithTotals(tx, actor, { ...at, ...c.req.valid('json') });
    }),
  );
}
