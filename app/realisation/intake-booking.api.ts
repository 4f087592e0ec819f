import { z } from '@hono/zod-openapi';
import { type Api, answer, operation } from '#app/identity/api.server.ts';
import { jsonBody } from '#app/identity/api-body.ts';
import { bookInput } from './intake.input.ts';
import { addressAt, centsField, yearAddress, yearPath } from './intake-address.ts';
import { bookIntake, previewIntake } from './intake-booking.server.ts';

/** Operations that preview and book what finance files say. */
export function intakeBookingOperations(api: Api): void {
  const preview = operation({
    method: 'get',
    path: `${yearPath}/intake/preview`,
    operationId: 'previewIntake',
    tags: ['finance intake'],
    summary: 'What booking would change, by place and period',
    description: '`hash` names exactly this; bookIntake takes it back. Null when something has to be mended.',
    request: { params: yearAddress },
    answer: z.object({
      hash: z.string().nullable(),
      untraceable: z
        .object({ cents: centsField, lines: z.number().int(), reasons: z.array(z.string()) })
        .openapi({ description: 'what booking would make untraceable; needs a reason when not 0' }),
      cells: z.array(
        z.object({
          ...{
            unit: z.string(),
            fund: z.string(),
            theme: z.string().nullable(),
            measure: z.string().nullable(),
          },
          ...{ component: z.string(), costKind: z.string(), period: z.string() },
          ...{ was: centsField.nullable(), becomes: centsField, correction: z.boolean() },
        }),
      ),
    }),
  });
  api.openapi(preview, (c) =>
    answer(c, async (tx, actor) => {
      const {
        shown: it,
        rise,
        intake: { report },
      } = await previewIntake(tx, actor, addressAt(c, c.req.valid('param')));
      const codeOf = new Map(report.measures.map((measure) => [measure.measureId, measure.code]));
      const corrected = new Set(it.corrections.map(({ key, period }) => `${key} ${period}`));
      return {
        hash: it.hash,
        untraceable: rise,
        cells: it.changes.map(({ key, period, was, becomes }) => {
          const [unit = '', fund = '', what = '', component = '', costKind = ''] = key.split('\u001f');
          const theme = what.startsWith('node:') ? what.slice(5) : null;
          return {
            ...{ unit, fund, theme, measure: theme === null ? (codeOf.get(what) ?? null) : null },
            ...{ component, costKind, period, was, becomes, correction: corrected.has(`${key} ${period}`) },
          };
        }),
      };
    }),
  );
  const book = operation({
    method: 'post',
    path: `${yearPath}/intake/booking`,
    operationId: 'bookIntake',
    tags: ['finance intake'],
    summary: 'Book what the files say, as the next version of the finance report',
    description:
      'Refused while a row is unexplained; amounts of closed periods need a reason, and so do euros that become untraceable.',
    request: {
      params: yearAddress,
      body: jsonBody(bookInput),
    },
    answer: z.object({
      ...{ document: z.string(), version: z.number().int(), hash: z.string() },
      status: z.enum(['adopted', 'submitted']),
    }),
    status: 201,
  });
  api.openapi(book, (c) =>
    answer(
      c,
      (tx, actor) => bookIntake(tx, actor, { ...addressAt(c, c.req.valid('param')), ...c.req.valid('json') }),
      201,
    ),
  );
}
