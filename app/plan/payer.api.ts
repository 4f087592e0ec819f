import { z } from '@hono/zod-openapi';
import { type Api, answer, operation } from '#app/identity/api.server.ts';
import { momentInput } from '#app/ledger/money.input.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { payerInput } from './payer.input.ts';
import { changePayer, getPayers } from './payer.server.ts';
import { address, done, json, plan, tags } from './plan-endpoint.api.ts';

/** Which fund pays for a measure in which year. */
export function payerApi(api: Api): void {
  const path = '/schemes/{code}/plans/{document}/payers' as const;
  const read = operation({
    ...{ method: 'get', path, operationId: 'getPayers', tags },
    summary: 'Which fund pays for each measure in each year',
    description: 'Of the newest version that you may see; of another moment the one in force then.',
    request: { params: plan, query: momentInput },
    answer: z.object({
      version: z.number().int(),
      lines: z.array(
        z.object({
          ...{ measure: z.string(), fund: z.string(), year: z.number().int() },
          cents: z.number().int().nullable().openapi({ description: 'null when not known' }),
          unknown: z.number().int().openapi({ description: 'lines without an amount' }),
        }),
      ),
    }),
  });
  api.openapi(read, (c) =>
    answer(c, async (tx, actor) => {
      const moment = versionMoment(c.req.valid('query'));
      const at = { ...address(c.req.valid('param')), moment };
      const { version, lines } = await getPayers(tx, actor, at);
      return { version: version.number, lines };
    }),
  );
  const change = operation({
    ...{ method: 'put', path, operationId: 'changePayer', tags },
    summary: 'Let another fund pay for a measure in a year',
    description: 'Every line of the measure in that year moves to the fund; the amounts stay.',
    request: { params: plan, body: json(payerInput).body },
    answer: done,
  });
  api.openapi(change, (c) =>
    answer(c, async (tx, actor) => {
      await changePayer(tx, actor, { ...c.req.valid('json'), ...address(c.req.valid('param')) });
      return {};
    }),
  );
}
