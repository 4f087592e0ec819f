import { z } from '@hono/zod-openapi';
import { type Api, answer, operation } from '#app/identity/api.server.ts';
import { jsonBody } from '#app/identity/api-body.ts';
import { momentInput } from '#app/ledger/money.input.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { closePeriod, listClosedPeriods } from './closed-period.server.ts';
import { getForecast } from './forecast.server.ts';
import { forecastMethods } from './forecast.ts';
import { saveForecast } from './forecast-save.server.ts';
import { closeInput } from './intake.input.ts';
import { addressAt, centsField, schemeAddress, yearAddress, yearPath } from './intake-address.ts';

/** Operations on closed periods. */
export function periodOperations(api: Api): void {
  const closed = z
    .object({ period: z.string(), closedBy: z.string(), closedAt: z.string(), note: z.string() })
    .openapi('ClosedPeriod');
  const list = operation({
    method: 'get',
    path: '/schemes/{code}/closed-periods',
    operationId: 'listClosedPeriods',
    tags: ['finance intake'],
    summary: 'The periods of a scheme whose figures are final',
    description: 'What changes in them afterwards is booked as a correction with a reason.',
    request: { params: schemeAddress },
    answer: z.object({ periods: z.array(closed) }),
  });
  api.openapi(list, (c) =>
    answer(c, async (tx, actor) => ({
      periods: await listClosedPeriods(tx, actor, c.req.valid('param').code),
    })),
  );
  const close = operation({
    method: 'post',
    path: '/schemes/{code}/closed-periods',
    operationId: 'closePeriod',
    tags: ['finance intake'],
    summary: 'Close a period for every unit of the scheme',
    description: 'For whoever books for the institution as a whole. A period is not opened again.',
    request: {
      params: schemeAddress,
      body: jsonBody(closeInput),
    },
    answer: closed,
    status: 201,
  });
  api.openapi(close, (c) =>
    answer(
      c,
      (tx, actor) => {
        const input = { ...c.req.valid('json'), now: c.get('clock')() };
        return closePeriod(tx, actor, { scheme: c.req.valid('param').code, ...input });
      },
      201,
    ),
  );
}

/** Operations on forecasts. */
export function forecastOperations(api: Api): void {
  const nullable = centsField.nullable();
  const get = operation({
    method: 'get',
    path: `${yearPath}/forecast`,
    operationId: 'getForecast',
    tags: ['finance intake'],
    summary: 'Plan, actual and forecast to the end of the year, per measure',
    description: '`saved` is in force; the others are what each method gives.',
    request: { params: yearAddress, query: momentInput },
    answer: z.object({
      ...{ months: z.number().int(), version: z.number().int().nullable(), newest: z.number().int() },
      rows: z.array(
        z.object({
          ...{ place: z.string(), name: z.string(), fund: z.string(), budget: nullable, realised: nullable },
          ...{
            pace: nullable,
            rest: nullable,
            method: z.enum(forecastMethods),
            saved: nullable,
            reason: z.string(),
          },
        }),
      ),
    }),
  });
  api.openapi(get, (c) =>
    answer(c, async (tx, actor) => {
      const moment = versionMoment(c.req.valid('query'));
      const at = addressAt(c, c.req.valid('param'));
      const { months, version, newest, rows } = await getForecast(tx, actor, { ...at, moment });
      return {
        ...{ months, newest, version: version?.number ?? null },
        rows: rows.map(({ key, node: _, measureId: __, ...row }) => ({ place: key, ...row })),
      };
    }),
  );
  const entry = z.strictObject({
    ...{ place: z.string(), method: z.enum(forecastMethods), cents: z.int().nullable().default(null) },
    reason: z.string().trim().max(1000).default(''),
  });
  const save = operation({
    method: 'put',
    path: `${yearPath}/forecast`,
    operationId: 'saveForecast',
    tags: ['finance intake'],
    summary: 'Save a forecast as the next version of its own document',
    description: 'Never mixed with what is realised. `place` is that of a row of getForecast.',
    request: {
      params: yearAddress,
      body: {
        required: true,
        content: {
          'application/json': {
            schema: z.strictObject({
              ...{ months: z.int().min(0).max(12), note: z.string().trim().max(2000).default('') },
              ...{ seen: z.int().min(0).optional(), entries: z.array(entry).max(2000) },
            }),
          },
        },
      },
    },
    answer: z.object({ version: z.number().int(), status: z.enum(['adopted', 'submitted']) }),
  });
  api.openapi(save, (c) =>
    answer(c, (tx, actor) =>
      saveForecast(tx, actor, { ...addressAt(c, c.req.valid('param')), ...c.req.valid('json') }),
    ),
  );
}
