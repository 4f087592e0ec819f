import { z } from '@hono/zod-openapi';
import { type Api, answer, operation } from '#app/identity/api.server.ts';
import { trees } from '#app/ledger/ledger.ts';
import { readPlaceMarks } from '#app/ledger/place-total.server.ts';
import { noSigns, signsOfSum } from './figure-sign.ts';
import { getChain } from './trace-chain.server.ts';
import { getTraceView } from './trace-view.server.ts';

const cents = z.number().int().openapi({ description: 'euro cents' });
const amount = z.object({ cents, lines: z.number().int(), reasons: z.array(z.string()) });
const filter = z.object({
  year: z.coerce.number().int().optional(),
  fund: z
    .string()
    .max(60)
    .optional()
    .openapi({ description: 'code; `all` for all funds, own funds when left out' }),
  unit: z.string().max(60).optional(),
  asOf: z.iso.date().optional(),
  knownOn: z.iso.date().optional(),
  tree: z.enum(trees).optional(),
});

/** The flow of a scheme's money, what of it has no chain, and one line's chain. */
export function traceApi(api: Api): void {
  const flow = operation({
    method: 'get',
    path: '/schemes/{code}/trace',
    operationId: 'getTrace',
    tags: ['money'],
    summary: 'The flow from grant to spending, and the untraceable total',
    description:
      'Links of a flow diagram (fund, unit, theme, spent or left) and, per stage and year, what is traceable, unknown and untraceable.',
    request: { params: z.object({ code: z.string() }), query: filter },
    answer: z.object({
      asOf: z.iso.date(),
      links: z.array(z.object({ source: z.string(), target: z.string(), cents })),
      totals: z.array(
        z.object({
          ...{ stage: z.string(), year: z.number().int(), total: cents },
          ...{ traceable: cents, unknown: cents, untraceable: cents },
        }),
      ),
      untraceable: amount,
      unknown: amount,
      lines: z.array(
        z.object({
          lineId: z.string(),
          stage: z.string(),
          year: z.number().int(),
          cents,
          reasons: z.array(z.string()),
          signs: z
            .array(z.enum(['provisional', 'pm', 'masked']))
            .openapi({ description: 'what its ledger lines say besides their number' }),
        }),
      ),
    }),
  });
  api.openapi(flow, (c) =>
    answer(c, async (tx, actor) => {
      const {
        year = null,
        fund = null,
        unit = null,
        asOf = null,
        knownOn = null,
        tree,
      } = c.req.valid('query');
      const scheme = c.req.valid('param').code;
      const view = await getTraceView(
        tx,
        actor,
        { scheme, year, fund, unit, asOf, knownOn, tree },
        c.get('clock')(),
      );
      const broken = view.lines.filter((line) => line.class === 'untraceable');
      const marks = await readPlaceMarks(
        tx,
        actor,
        broken.map((line) => line.lineId),
      );
      return {
        asOf: view.asOf,
        links: view.flow.links.map(({ source, target, cents }) => ({ source, target, cents })),
        totals: view.totals,
        untraceable: view.untraceable,
        unknown: view.unknown,
        lines: broken.map(({ lineId, stage, year: of, cents, reasons }) => ({
          ...{ lineId, stage, year: of, cents, reasons },
          signs: signsOfSum(marks.get(lineId) ?? noSigns),
        })),
      };
    }),
  );
  const line = operation({
    method: 'get',
    path: '/schemes/{code}/trace/lines/{line}',
    operationId: 'getTraceLine',
    tags: ['money'],
    summary: 'Where the euros of one line come from, and where they go',
    description:
      'Documents with hash and decisions, the rules of the allocation, the grant; amounts at each step.',
    request: {
      params: z.object({ code: z.string(), line: z.uuid() }),
      query: filter.pick({ asOf: true, knownOn: true }),
    },
    answer: z.looseObject({ line: z.looseObject({ class: z.string(), reasons: z.array(z.string()) }) }),
  });
  api.openapi(line, (c) =>
    answer(c, async (tx, actor) => {
      const { code: scheme, line: lineId } = c.req.valid('param');
      const { asOf = null, knownOn = null } = c.req.valid('query');
      const asked = { scheme, asOf, knownOn, year: null, unit: null, fund: 'all', line: lineId };
      const { chain } = await getChain(tx, actor, asked, c.get('clock')());
      return chain;
    }),
  );
}
