import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { endpoint } from '#app/identity/endpoint.server.ts';
import { trees } from '#app/ledger/ledger.ts';
import { momentInput } from '#app/ledger/money.input.ts';
import { getOverview } from './overview.server.ts';

const cents = z.number().int().nullable().openapi({ description: 'euro cents; null when not known' });
const signs = z.array(z.enum(['provisional', 'pm', 'masked']));

/** How a scheme stands: the money of a year, the documents of its units, and what does not add up. */
export function overviewApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/overview',
    operationId: 'getOverview',
    tag: 'money',
    summary: 'How a scheme stands, at a moment',
    description: 'The money of the year of the moment, where each document stands, and the open warnings.',
    params: { code: z.string() },
    query: { ...momentInput.shape, tree: z.enum(trees).optional() },
    answer: z.object({
      asOf: z.iso.date(),
      year: z.number().int(),
      money: z.object({
        ...{ granted: cents, allocated: cents, budgeted: cents, realised: cents, left: cents },
        signs: z
          .object({ granted: signs, allocated: signs, budgeted: signs, realised: signs, left: signs })
          .openapi({ description: 'what each sum holds besides numbers' }),
      }),
      documents: z.array(
        z.object({
          ...{ unit: z.string(), kind: z.string(), document: z.string(), title: z.string() },
          ...{ version: z.number().int(), status: z.string(), inForce: z.boolean() },
        }),
      ),
      warnings: z.array(z.looseObject({ code: z.string() })),
      untraceableCents: z.number().int(),
    }),
    run: async (tx, actor, { params: { code: scheme }, query, now }) => {
      const { asOf = null, knownOn = null, tree = 'asOf' } = query;
      const found = await getOverview(tx, actor, { scheme, asOf, knownOn, tree }, now);
      const { year, granted, allocated, budgeted, realised, left, signs: said } = found.bar;
      return {
        ...{ asOf: found.asOf, year },
        money: { granted, allocated, budgeted, realised, left, signs: said },
        documents: found.standings.map(({ unit, kind, document, title, number, status, inForce }) => {
          return { unit, kind, document, title, version: number, status, inForce };
        }),
        warnings: found.warnings.map(({ code, params }) => ({ code, ...params })),
        untraceableCents: found.untraceable.cents,
      };
    },
  });
}
