import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { endpoint } from '#app/identity/endpoint.server.ts';
import { Rejection } from '#app/kernel/rejection.ts';
import { cellChange } from './fill-in.api.ts';
import { saveIndicatorSheet } from './indicator-sheet.server.ts';

/** Recording what a filled-in spreadsheet of indicators would change, as comparing it showed. */
export function indicatorSheetApi(api: Api): void {
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/indicators/sheet/{year}/changes',
    operationId: 'saveIndicatorSheet',
    tag: 'indicators',
    summary: 'Record the changes of a filled-in table of indicators',
    description:
      'The `changes` of compareIndicatorSheet, figures and reflections, of every unit at once: all or nothing. Refused when a cell no longer says what it said then.',
    params: { code: z.string(), year: z.coerce.number().int().min(1900).max(2200) },
    body: z.object({
      changes: z.array(cellChange).max(20_000),
      reason: z
        .string()
        .trim()
        .max(4000)
        .default('')
        .openapi({ description: 'why figures that were handed in are corrected' }),
    }),
    status: 201,
    answer: z.object({ saved: z.int() }),
    run: async (tx, actor, { params: { code: scheme, year }, body }) => {
      const changes = body.changes.map(({ was: _, ...one }) => one);
      const { saved } = await saveIndicatorSheet(tx, actor, { scheme, year, changes, reason: body.reason });
      if (saved === null) throw new Rejection('conflict');
      return { saved };
    },
  });
}
