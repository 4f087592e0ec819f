import { z } from '@hono/zod-openapi';
import { type Api, answer, operation } from '#app/identity/api.server.ts';
import { momentInput } from '#app/ledger/money.input.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { address, plan, tags } from './plan-endpoint.api.ts';
import { compareVersions } from './version-comparison.server.ts';

/** The comparison of two versions, as the screen shows it. */
export function comparisonApi(api: Api): void {
  const ref = z.string().max(80).optional();
  const side = z.looseObject({
    ref: z.string(),
    document: z.string(),
    number: z.number(),
    status: z.string(),
  });
  const compare = operation({
    method: 'get',
    path: '/schemes/{code}/plans/{document}/compare',
    operationId: 'comparePlan',
    tags,
    summary: 'Compare two versions',
    description:
      'Texts word by word, measures by field, and money per theme and year in cents, of two versions of a document or of a document and one that it amends. Null when there is one version only.',
    request: {
      params: plan,
      query: momentInput.extend({
        from: ref.openapi({ description: 'number of the older side, or `other-document~1`' }),
        to: ref.openapi({ description: 'the newer side; the newest when left out' }),
      }),
    },
    answer: z.object({
      comparison: z
        .looseObject({
          before: side,
          after: side,
          texts: z.array(z.looseObject({ kind: z.string() })),
          measures: z.array(z.looseObject({ code: z.string(), kind: z.string() })),
          money: z.looseObject({ total: z.array(z.looseObject({ difference: z.number() })) }),
        })
        .nullable(),
    }),
  });
  api.openapi(compare, (c) =>
    answer(c, async (tx, actor) => {
      const { from, to, ...days } = c.req.valid('query');
      const asked = { ...address(c.req.valid('param')), from, to, moment: versionMoment(days) };
      return { comparison: await compareVersions(tx, actor, asked) };
    }),
  );
}
