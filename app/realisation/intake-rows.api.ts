import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { endpoint } from '#app/identity/endpoint.server.ts';
import { momentInput } from '#app/ledger/money.input.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { centsField, yearAddress, yearPath } from './intake-address.ts';
import { openIntake } from './intake-file.server.ts';
import { getIntakeRows, readTraced } from './intake-rows.server.ts';

const common = { method: 'get', tag: 'finance intake', query: momentInput.shape } as const;

/** Operations that list what booked figures were made of: rows of the finance system. */
export function intakeRowsOperations(api: Api): void {
  endpoint(api, {
    ...common,
    path: `${yearPath}/rows`,
    operationId: 'listIntakeFigures',
    params: yearAddress.shape,
    summary: 'The booked figures of a unit and year that came from finance files, at a moment',
    answer: z.object({
      figures: z.array(
        z.object({
          ...{ line: z.string(), unit: z.string(), fund: z.string(), theme: z.string().nullable() },
          ...{ measure: z.string().nullable(), component: z.string(), costKind: z.string() },
          ...{ rows: z.number().int(), cents: centsField },
        }),
      ),
    }),
    run: async (tx, actor, { params: { code: scheme, unit, year }, query, now }) => {
      const moment = versionMoment(query);
      const { report } = await openIntake(tx, actor, { scheme, unit, year, now, moment });
      const documentId = report.document?.documentId ?? null;
      const codeOf = new Map(report.measures.map((measure) => [measure.measureId, measure.code]));
      return {
        figures: (await readTraced(tx, actor, { documentId, moment, now })).map(
          ({ place, lineId, rows, cents }) => {
            const [own = '', fund = '', what = '', component = '', costKind = ''] = place.split('\u001f');
            const theme = what.startsWith('node:') ? what.slice(5) : null;
            const measure = theme === null ? (codeOf.get(what) ?? null) : null;
            return { line: lineId, unit: own, fund, theme, measure, component, costKind, rows, cents };
          },
        ),
      };
    },
  });
  endpoint(api, {
    ...common,
    path: `${yearPath}/rows/{line}`,
    operationId: 'listIntakeRows',
    params: { ...yearAddress.shape, line: z.uuid() },
    summary: 'The rows of the finance system behind one booked figure',
    description:
      'Of the version that carries the line; of a moment those of the same figure in the version in force then, when `version` is null none was. At most 500 rows; `count` and `cents` are of all.',
    answer: z.object({
      version: z.number().int().nullable(),
      count: z.number().int(),
      cents: centsField,
      rows: z.array(
        z.object({
          ...{
            file: z.string(),
            fileNumber: z.number().int(),
            rowNumber: z.number().int(),
            period: z.string(),
          },
          ...{ costCentre: z.string(), account: z.string(), description: z.string(), reference: z.string() },
          ...{ bookedOn: z.string().nullable(), cents: centsField, rule: z.string() },
        }),
      ),
    }),
    run: async (tx, actor, { params: { code: scheme, unit, year, line }, query, now }) => {
      const at = { scheme, unit, year, line, now, moment: versionMoment(query) };
      const { version, count, cents, rows } = await getIntakeRows(tx, actor, at);
      return { version, count, cents, rows };
    },
  });
}
