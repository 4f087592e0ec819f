import { z } from '@hono/zod-openapi';
import { type Api, answer, fileAnswer, operation } from '#app/identity/api.server.ts';
import { address, plan, tags } from '#app/plan/plan-endpoint.api.ts';
import { fileBody, sentFile } from '#app/realisation/sent-file.server.ts';
import { compareBudgetSheet, getBudgetSheet } from './budget-sheet.server.ts';
import { budgetCells } from './budget-sheet.ts';
import { fillInFile } from './fill-in-file.ts';
import { fillInFormats } from './fill-in-format.ts';

const value = z.union([z.int(), z.string()]).nullable();

const change = z.object({
  row: z.int().openapi({ description: 'as the spreadsheet counts' }),
  key: z.array(z.string()),
  field: z.string(),
  before: value,
  after: value,
  was: value.optional().openapi({ description: 'what stood here when the file was fetched' }),
});

const compared = z
  .object({
    changes: z.array(change),
    conflicts: z.array(change),
    refused: z.array(z.looseObject({ row: z.int(), field: z.string().nullable(), code: z.string() })),
    same: z.int(),
    kept: z.int(),
    absent: z.int(),
    cells: z
      .array(z.looseObject({ measure: z.string(), year: z.int() }))
      .openapi({ description: 'the changes as cells of the budget, ready to be saved' }),
  })
  .openapi('BudgetSheetDifference');

/** The budget of a draft as a spreadsheet, and what a filled-in one would change. */
export function budgetSheetApi(api: Api): void {
  const fetch = operation({
    method: 'get',
    path: '/schemes/{code}/plans/{document}/budget/sheet',
    operationId: 'getBudgetSheet',
    tags,
    summary: 'The budget of a draft as a table to fill in',
    description:
      'As JSON, or with `format` as XLSX or ODS: the columns that name a row are locked, a hidden sheet keeps what stood there.',
    request: { params: plan, query: z.object({ format: z.enum(fillInFormats).optional() }) },
    answer: z.looseObject({ title: z.string(), rows: z.array(z.looseObject({})) }),
  });
  api.openapi(fetch, (c) => {
    const where = address(c.req.valid('param'));
    const { format } = c.req.valid('query');
    if (!format) return answer(c, (tx, actor) => getBudgetSheet(tx, actor, where));
    return fileAnswer(c, async (tx, actor) => {
      const table = await getBudgetSheet(tx, actor, where);
      return () => fillInFile(table, { format, name: where.document });
    });
  });
  const compare = operation({
    method: 'post',
    path: '/schemes/{code}/plans/{document}/budget/sheet',
    operationId: 'compareBudgetSheet',
    tags,
    summary: 'What a filled-in budget would change',
    description:
      'Sent as the field `file` of a form (XLSX, ODS or CSV), or as a body of text/csv. Nothing is saved: save `cells` with saveBudget.',
    request: {
      params: plan,
      body: fileBody,
    },
    answer: compared,
  });
  api.openapi(compare, async (c) => {
    const where = address(c.req.valid('param'));
    return answer(c, async (tx, actor) => {
      const { bytes, name } = await sentFile(c);
      const { difference } = await compareBudgetSheet(tx, actor, { ...where, file: name, bytes });
      return { ...difference, cells: budgetCells(difference.changes) };
    });
  });
}
