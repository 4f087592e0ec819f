import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { changedSchema, endpoint } from '#app/identity/endpoint.server.ts';
import { momentInput } from '#app/ledger/money.input.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { termInput } from './term.input.ts';
import { addTerm, changeTerm, listTerms, removeTerm } from './term.server.ts';

const tag = 'funding';

/** What sources say of a fund's period and national amount. */
export function termApi(api: Api): void {
  const params = { code: z.string() };
  const path = '/schemes/{code}/fund-terms' as const;
  endpoint(api, {
    ...{ method: 'get', path, operationId: 'listFundTerms', tag, params },
    summary: 'Periods and national amounts of the funds, as their sources give them',
    query: { knownOn: momentInput.shape.knownOn },
    answer: z.object({
      terms: z.array(termInput.and(z.object({ termId: z.string(), revision: z.number().int() }))),
    }),
    run: async (tx, actor, { params: { code }, query }) => ({
      terms: await listTerms(tx, actor, code, versionMoment(query).knownOn),
    }),
  });
  endpoint(api, {
    ...{ method: 'post', path, operationId: 'addFundTerm', tag, params },
    summary: 'Record what a source says of a fund',
    body: termInput,
    status: 201,
    answer: z.object({ termId: z.string() }),
    run: (tx, actor, { params: { code }, body }) => addTerm(tx, actor, { ...body, scheme: code }),
  });
  endpoint(api, {
    ...{ method: 'put', path: `${path}/{term}`, operationId: 'changeFundTerm', tag },
    summary: 'Correct what was recorded of a fund',
    params: { ...params, term: z.uuid() },
    body: termInput,
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params: { code, term }, body, revision }) =>
      changeTerm(tx, actor, { ...body, scheme: code, term, revision }),
  });
  endpoint(api, {
    method: 'delete',
    path: `${path}/{term}`,
    operationId: 'removeFundTerm',
    tag,
    summary: 'Take back what was recorded of a fund',
    params: { ...params, term: z.uuid() },
    revision: true,
    answer: z.object({ done: z.literal(true) }),
    run: async (tx, actor, { params: { code, term }, revision }) => {
      await removeTerm(tx, actor, { scheme: code, term, revision });
      return { done: true };
    },
  });
}
