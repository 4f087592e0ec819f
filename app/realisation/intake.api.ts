import { z } from '@hono/zod-openapi';
import { type Api, answer, operation } from '#app/identity/api.server.ts';
import { jsonBody } from '#app/identity/api-body.ts';
import { forecastOperations, periodOperations } from './forecast.api.ts';
import { readInput } from './intake.input.ts';
import { getIntake, type Intake } from './intake.server.ts';
import { addressAt, centsField, yearAddress, yearPath } from './intake-address.ts';
import { intakeBookingOperations } from './intake-booking.api.ts';
import { readIntakeFile, uploadIntake, withdrawIntake } from './intake-file.server.ts';
import type { IntakeMapping } from './intake-layout.ts';
import { intakeRowsOperations } from './intake-rows.api.ts';
import { intakeRuleOperations } from './intake-rule.api.ts';
import { fileBody, sentFile } from './sent-file.server.ts';

const tally = z.object({ rows: z.number().int(), cents: centsField });

const numbered = yearAddress.extend({
  number: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
});

const rule = z
  .object({
    rule: z.string(),
    number: z.number().int(),
    costCentre: z.string(),
    account: z.string(),
    contains: z.string(),
    fromMonth: z.string().nullable(),
    throughMonth: z.string().nullable(),
    outcome: z.string(),
    measure: z.string().nullable(),
    theme: z.string().nullable(),
    fund: z.string().nullable(),
    unit: z.string().nullable(),
    component: z.string(),
    costKind: z.string(),
    reason: z.string(),
    revision: z.number().int(),
    catches: tally,
  })
  .openapi('IntakeRule');

const intake = z
  .object({
    totals: z.object({ file: tally, booked: tally, excluded: tally, unmapped: tally, replaced: tally }),
    files: z.array(
      z.object({
        number: z.number().int(),
        name: z.string(),
        status: z.string(),
        sha256: z.string(),
        asOf: z.string().nullable(),
        complete: z.boolean(),
        rows: z.number().int(),
        cents: centsField,
      }),
    ),
    rules: z.array(rule),
    unmapped: z.array(
      z.object({
        period: z.string(),
        costCentre: z.string(),
        account: z.string(),
        description: z.string(),
        rows: z.number().int(),
        cents: centsField,
      }),
    ),
    closed: z.array(z.string()),
    lastVersion: z.number().int().nullable(),
  })
  .openapi('Intake');

const done = z.object({ number: z.number().int() });
export function intakeApi(api: Api): void {
  fileOperations(api);
  intakeRuleOperations(api);
  intakeBookingOperations(api);
  intakeRowsOperations(api);
  periodOperations(api);
  forecastOperations(api);
}

function shown({ settled, files, rules, closed, lastVersion, report }: Intake): z.output<typeof intake> {
  const codeOf = new Map(report.measures.map((measure) => [measure.measureId, measure.code]));
  return {
    totals: settled.totals,
    files: files.map(({ number, name, status, sha256, asOf, complete, rowCount, cents: sum }) => ({
      ...{ number, name, status, sha256, asOf, complete, rows: rowCount, cents: sum },
    })),
    rules: rules.map(({ ruleId, measureId, node, ...rest }) => ({
      ...{ rule: ruleId, theme: node, measure: measureId && (codeOf.get(measureId) ?? null) },
      ...{ ...rest, catches: settled.perRule.get(ruleId)! },
    })),
    unmapped: settled.unmapped.map(({ period, costCentre, account, description, rows, cents: sum }) => ({
      ...{ period, costCentre, account, description, rows, cents: sum },
    })),
    closed: closed.map((one) => one.period),
    lastVersion,
  };
}

function fileOperations(api: Api): void {
  const get = operation({
    method: 'get',
    path: `${yearPath}/intake`,
    operationId: 'getIntake',
    tags: ['finance intake'],
    summary: 'The finance files of a unit and year, the rules, and what they make of the rows',
    description: 'Booked, excluded, unmapped and replaced rows always sum to the files.',
    request: { params: yearAddress },
    answer: intake,
  });
  api.openapi(get, (c) =>
    answer(c, async (tx, actor) => shown(await getIntake(tx, actor, addressAt(c, c.req.valid('param'))))),
  );
  const upload = operation({
    method: 'post',
    path: `${yearPath}/intake/files`,
    operationId: 'uploadIntakeFile',
    tags: ['finance intake'],
    summary: 'Take in a file of the finance system (CSV, XLSX or ODS)',
    description:
      'Sent as the field `file` of a form, or as a body of text/csv. Nothing counts before its columns are confirmed with readIntakeFile. The same content again is refused and has no effect.',
    request: {
      params: yearAddress,
      body: fileBody,
    },
    answer: done.extend({ known: z.boolean().openapi({ description: 'its columns are remembered' }) }),
    status: 201,
  });
  api.openapi(upload, (c) =>
    answer(
      c,
      async (tx, actor) =>
        uploadIntake(tx, actor, { ...addressAt(c, c.req.valid('param')), ...(await sentFile(c)) }),
      201,
    ),
  );
  const read = operation({
    method: 'put',
    path: `${yearPath}/intake/files/{number}/reading`,
    operationId: 'readIntakeFile',
    tags: ['finance intake'],
    summary: 'Read the rows of a file by its columns, and remember them',
    description: 'All or nothing: every wrong row is named with its row and column.',
    request: {
      params: numbered,
      body: jsonBody(readInput),
    },
    answer: tally.extend({
      notes: z.object({ formulas: z.number().int(), totals: z.number().int(), duplicates: z.number().int() }),
    }),
  });
  api.openapi(read, (c) =>
    answer(c, (tx, actor) => {
      const params = c.req.valid('param');
      const { mapping, ...rest } = c.req.valid('json');
      const order = { ...addressAt(c, params), number: params.number, ...rest };
      return readIntakeFile(tx, actor, { ...order, mapping: (mapping as IntakeMapping | undefined) ?? null });
    }),
  );
  const withdraw = operation({
    method: 'post',
    path: `${yearPath}/intake/files/{number}/withdrawal`,
    operationId: 'withdrawIntakeFile',
    tags: ['finance intake'],
    summary: 'Take a file out of the position, with the reason',
    description: 'Its rows stay; what was booked changes with the next booking.',
    request: {
      params: numbered,
      body: jsonBody(z.strictObject({ note: z.string().trim().max(1000) })),
    },
    answer: done,
  });
  api.openapi(withdraw, (c) =>
    answer(c, async (tx, actor) => {
      const params = c.req.valid('param');
      await withdrawIntake(tx, actor, {
        ...addressAt(c, params),
        number: params.number,
        ...c.req.valid('json'),
      });
      return { number: params.number };
    }),
  );
}
