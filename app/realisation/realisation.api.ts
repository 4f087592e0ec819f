import { z } from '@hono/zod-openapi';
import { type Api, answer, operation } from '#app/identity/api.server.ts';
import { jsonBody } from '#app/identity/api-body.ts';
import { momentInput } from '#app/ledger/money.input.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { type Booked, bookReport } from './booking.server.ts';
import type { Locate } from './entry.ts';
import { keepFile } from './kept-file.server.ts';
import { listReports } from './overview.server.ts';
import { bookingInput, entriesOf, uploadInput } from './realisation.input.ts';
import { getReport, type Report } from './report.server.ts';
import { fileBody, sentFile } from './sent-file.server.ts';
import { readUploadFile } from './upload-file.ts';

const cents = z.number().int().nullable().openapi({ description: 'euro cents' });
const fteMilli = z.number().int().nullable().openapi({ description: 'thousandths of an FTE' });

const line = z
  .object({
    unit: z.string(),
    fund: z.string(),
    theme: z.string().nullable(),
    measure: z.string().nullable(),
    component: z.string(),
    costKind: z.string(),
    cents,
    fteMilli,
    note: z.string(),
  })
  .openapi('RealisationLine');

const report = z
  .object({
    unit: z.string(),
    year: z.number().int(),
    document: z.string().nullable(),
    version: z.number().int().nullable().openapi({ description: 'in force; null when nothing is' }),
    newest: z.number().int().openapi({ description: 'number of the newest version; 0 when there is none' }),
    provisional: z.boolean(),
    lines: z.array(line),
    budget: z.array(line),
    versions: z.array(
      z.object({
        number: z.number().int(),
        status: z.string(),
        inForce: z.boolean(),
        submittedAt: z.string().nullable(),
        cents,
        note: z.string(),
      }),
    ),
  })
  .openapi('RealisationReport');

const booked = z
  .object({
    document: z.string(),
    version: z.number().int(),
    hash: z.string(),
    status: z.enum(['adopted', 'submitted']),
  })
  .openapi('RealisationBooked');

const scheme = z.object({ code: z.string() });
const address = scheme.extend({
  unit: z.string(),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .transform(Number),
});

export function realisationApi(api: Api): void {
  listOperation(api);
  getOperation(api);
  putOperation(api);
  uploadOperation(api);
}

function listOperation(api: Api): void {
  const route = operation({
    method: 'get',
    path: '/schemes/{code}/realisation',
    operationId: 'listRealisation',
    tags: ['realisation'],
    summary: 'What each unit booked, per year, beside its budget',
    description: 'Only what is in force counts; `waiting` is a newer version that awaits adoption.',
    request: { params: scheme, query: momentInput },
    answer: z.object({
      units: z.array(
        z.object({
          unit: z.string(),
          years: z.array(
            z.object({
              year: z.number().int(),
              realised: cents,
              budget: cents,
              forecast: cents,
              provisional: z.boolean(),
              version: z.number().int().nullable(),
              waiting: z.number().int().nullable(),
            }),
          ),
        }),
      ),
    }),
  });
  api.openapi(route, (c) =>
    answer(c, async (tx, actor) => {
      const asked = { scheme: c.req.valid('param').code, moment: versionMoment(c.req.valid('query')) };
      const { units } = await listReports(tx, actor, asked, c.get('clock')());
      return { units: units.map(({ unit, cells }) => ({ unit: unit.code, years: cells })) };
    }),
  );
}

function getOperation(api: Api): void {
  const route = operation({
    method: 'get',
    path: '/schemes/{code}/realisation/{unit}/{year}',
    operationId: 'getRealisation',
    tags: ['realisation'],
    summary: 'What a unit spent in a year, with the budget in force and every version',
    description: 'Amounts are exact: cents and thousandths of FTE.',
    request: { params: address, query: momentInput },
    answer: report,
  });
  api.openapi(route, (c) =>
    answer(c, async (tx, actor) => {
      const { code, ...rest } = c.req.valid('param');
      const asked = { scheme: code, ...rest, moment: versionMoment(c.req.valid('query')) };
      return shown(await getReport(tx, actor, asked, c.get('clock')()));
    }),
  );
}

function shown({ unit, year, document, versions, lines, budget, measures }: Report) {
  const codeOf = new Map(measures.map((measure) => [measure.measureId, measure.code]));
  const named = ({ node, measureId, ...rest }: Report['lines'][number]) => ({
    ...rest,
    theme: node,
    measure: measureId === null ? null : (codeOf.get(measureId) ?? null),
  });
  return {
    unit: unit.code,
    year,
    document: document?.code ?? null,
    version: versions.find((version) => version.inForce)?.number ?? null,
    newest: versions[0]?.number ?? 0,
    provisional: lines.some((one) => one.mark === 'provisional'),
    lines: lines.map(named),
    budget: budget.map(named),
    versions: versions.map(({ number, status, inForce, submittedAt, cents: sum, note }) => ({
      ...{ number, status, inForce, submittedAt, cents: sum, note },
    })),
  };
}

const inJson: Locate = (index, field) => ({ path: `lines.${index}.${field}`, params: { row: index + 1 } });

function putOperation(api: Api): void {
  const route = operation({
    method: 'put',
    path: '/schemes/{code}/realisation/{unit}/{year}',
    operationId: 'putRealisation',
    tags: ['realisation'],
    summary: 'Book what a unit spent in a year',
    description:
      'The lines together are the position of the year: a booked line that is not among them becomes 0 and stays. All or nothing, every error at once. Makes the next version; in force at once unless the scheme asks for decisions first. `seen` refuses the booking when somebody booked meanwhile.',
    request: {
      params: address,
      body: jsonBody(bookingInput),
    },
    answer: booked,
  });
  api.openapi(route, (c) =>
    answer(c, (tx, actor): Promise<Booked> => {
      const { code, ...rest } = c.req.valid('param');
      const { lines, ...input } = c.req.valid('json');
      const given = { entries: entriesOf(lines), locate: inJson, now: c.get('clock')() };
      return bookReport(tx, actor, { scheme: code, ...rest, ...input, ...given });
    }),
  );
}

function uploadOperation(api: Api): void {
  const route = operation({
    method: 'post',
    path: '/schemes/{code}/realisation/{unit}/{year}/uploads',
    operationId: 'uploadRealisation',
    tags: ['realisation'],
    summary: 'Book what a unit spent in a year from a CSV, XLSX or ODS file',
    description:
      'Sent as the field `file` of a form, or as a body of text/csv. Columns are found by their heads, in Dutch or English. All or nothing: every wrong row is named with its row and column. A number such as 1.234 that nothing else in the file explains is refused until `notation` says what it means.',
    request: {
      params: address,
      query: uploadInput,
      body: fileBody,
    },
    answer: booked,
    status: 201,
  });
  api.openapi(route, (c) =>
    answer(
      c,
      async (tx, actor) => {
        const { code, ...rest } = c.req.valid('param');
        const { notation, provisional, note = '', untraceable, seen } = c.req.valid('query');
        const { bytes, name } = await sentFile(c);
        const upload = await readUploadFile(bytes, { file: name, notation });
        return bookReport(tx, actor, {
          ...{ scheme: code, ...rest, ...upload, note, untraceable, seen },
          provisional: provisional === 'true',
          file: { sha256: await keepFile(tx, actor, bytes), name },
          now: c.get('clock')(),
        });
      },
      201,
    ),
  );
}
