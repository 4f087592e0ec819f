import { z } from '@hono/zod-openapi';
import { type Api, answer, operation } from '#app/identity/api.server.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { marksOf, stages } from './ledger.ts';
import { moneyInput } from './money.input.ts';
import { getMoney, momentOf, refuseUnknown } from './money.server.ts';

const row = z
  .object({
    stage: z.enum(stages).optional(),
    fund: z.string().optional(),
    unit: z.string().optional(),
    node: z.string().nullable().optional(),
    measure: z.string().nullable().optional(),
    component: z.string().optional(),
    costKind: z.string().optional(),
    year: z.number().int().optional(),
    cents: z
      .number()
      .int()
      .nullable()
      .openapi({ description: 'euro cents; null when no line has a euro figure' }),
    fteMilli: z.number().int().nullable().openapi({ description: 'thousandths of an FTE' }),
    mark: z.enum(['pm', 'masked', 'provisional']).nullable().openapi({
      description: 'the weightiest: at least one line has no figure yet, is masked, is provisional',
    }),
    marks: z
      .array(z.enum(['pm', 'masked', 'provisional']))
      .openapi({ description: 'all that the sum holds besides numbers' }),
  })
  .openapi('MoneyRow');

export function ledgerApi(api: Api): void {
  const getMoneyRoute = operation({
    method: 'get',
    path: '/schemes/{code}/money',
    operationId: 'getMoney',
    tags: ['money'],
    summary: 'Figures of a scheme, grouped and filtered, at a moment',
    description:
      'Sums of the ledger lines of the documents in force at the moment asked for. Amounts are exact: cents and thousandths of FTE.',
    request: { params: z.object({ code: z.string() }), query: moneyInput },
    answer: z.object({ asOf: z.iso.date(), rows: z.array(row) }),
  });
  api.openapi(getMoneyRoute, (c) =>
    answer(c, async (tx, actor) => {
      const { asOf, knownOn, ...query } = c.req.valid('query');
      const schemeId = await schemeIdOf(tx, actor.institutionId, c.req.valid('param').code);
      await refuseUnknown(tx, schemeId, query);
      const moment = momentOf(asOf, c.get('clock')());
      const rows = await getMoney(tx, {
        ...query,
        schemeId,
        asOf: moment.at,
        knownOn: knownOn ? momentOf(knownOn).at : null,
      });
      return {
        asOf: moment.date,
        rows: rows.map(({ unknown, masked, provisional, ...one }) => {
          const marks = marksOf({ unknown, masked, provisional });
          return { ...one, mark: marks[0] ?? null, marks };
        }),
      };
    }),
  );
}
