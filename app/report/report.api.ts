import { z } from '@hono/zod-openapi';
import { type Api, answer, fileAnswer, operation } from '#app/identity/api.server.ts';
import { renderTextsOf } from '#app/messages/words.server.ts';
import { FORMATS, type Format, mediaTypeOf, renderReport } from '#app/render/render-report.ts';
import { getTable, listTables } from './table.server.ts';
import { tableAnswer } from './table-answer.ts';
import { tableReport } from './table-report.ts';

const cell = z.object({
  column: z.string(),
  state: z.enum(['known', 'pm', 'unknown', 'absent']),
  provisional: z.boolean().optional().openapi({ description: 'a part of it is provisional' }),
  cents: z.number().int().optional().openapi({ description: 'euro cents; of pm the part that is known' }),
  fteMilli: z.number().int().optional().openapi({ description: 'thousandths of an FTE' }),
  basisPoints: z.number().int().optional().openapi({ description: 'hundredths of a per cent' }),
  printed: z
    .union([z.number(), z.enum(['pm', 'lost']), z.null()])
    .optional()
    .openapi({ description: 'what the document prints, in the unit of the table' }),
});

const difference = z.object({
  code: z.string(),
  class: z.enum(['error', 'rounding', 'note']),
  row: z.string(),
  column: z.string(),
  where: z.object({
    sheet: z.string(),
    row: z.number().int(),
    column: z.string(),
    label: z.string(),
  }),
  stated: z.number().nullable(),
  computed: z.number().nullable().openapi({ description: 'from the printed parts' }),
  difference: z.number().nullable(),
  ours: z.number().nullable().openapi({ description: 'from the ledger' }),
});

const table = z
  .object({
    code: z.string(),
    title: z.string(),
    asOf: z.iso.date(),
    unit: z.enum(['keur', 'eur', 'fte1', 'fte2']),
    source: z.string().nullable(),
    columns: z.array(z.object({ key: z.string(), label: z.string(), groups: z.array(z.string()) })),
    rows: z.array(
      z.object({
        key: z.string(),
        kind: z.string(),
        label: z.string(),
        memo: z.literal(true).optional(),
        cells: z.array(cell),
      }),
    ),
    footnotes: z.array(z.object({ mark: z.string(), text: z.string() })),
    impliedRate: z
      .object({
        printed: z.int(),
        least: z.int(),
        most: z.int(),
        fitting: z.int(),
        of: z.int(),
        without: z.array(z.string()),
        table: z.string(),
      })
      .nullable(),
    differences: z.array(difference),
  })
  .openapi('PublishedTable');

const scheme = z.object({ code: z.string() });

export function reportApi(api: Api): void {
  const list = operation({
    method: 'get',
    path: '/schemes/{code}/tables',
    operationId: 'listTables',
    tags: ['tables'],
    summary: 'The tables that the documents of a scheme print',
    description: 'Each table is a layout over the ledger; its figures are computed when it is asked for.',
    request: { params: scheme },
    answer: z.object({
      tables: z.array(
        z.object({
          code: z.string(),
          titleNl: z.string(),
          titleEn: z.string(),
          formats: z.array(z.string()),
        }),
      ),
    }),
  });
  api.openapi(list, (c) =>
    answer(c, async (tx, actor) => ({
      tables: (await listTables(tx, actor, c.req.valid('param').code)).map(({ layout: _, ...head }) => ({
        ...head,
        formats: [...FORMATS],
      })),
    })),
  );
  const one = operation({
    method: 'get',
    path: '/schemes/{code}/tables/{table}',
    operationId: 'getTable',
    tags: ['tables'],
    summary: 'One table with its figures, or as a file',
    description:
      'As JSON: exact figures, what the document prints, and where the two differ. With `format`, or an Accept header of that media type, the table as a file.',
    request: {
      params: scheme.extend({ table: z.string() }),
      query: z.object({
        asOf: z.iso.date().optional().openapi({ description: 'otherwise the day of the document' }),
        knownOn: z.iso
          .date()
          .optional()
          .openapi({ description: 'as far as recorded by the end of this day' }),
        format: z.enum(FORMATS).optional(),
      }),
    },
    answer: table,
  });
  api.openapi(one, (c) => {
    const { code, table: name } = c.req.valid('param');
    const { asOf = null, knownOn = null, format = accepted(c.req.header('accept')) } = c.req.valid('query');
    const asked = { scheme: code, table: name, asOf, knownOn };
    if (format) {
      return fileAnswer(c, async (tx, actor) => {
        const report = tableReport(await getTable(tx, actor, asked, c.get('clock')()), actor.locale, format);
        return () => renderReport(report, format, renderTextsOf(actor.locale));
      });
    }
    return answer(c, async (tx, actor) =>
      tableAnswer(await getTable(tx, actor, asked, c.get('clock')()), actor.locale),
    );
  });
}

/** The file format that an Accept header names first; null for JSON or anything. */
function accepted(accept = ''): Format | null {
  const wanted = accept.split(',').map((type) => type.split(';')[0]!.trim().toLowerCase());
  for (const type of wanted) {
    if (type === 'application/json') return null;
    const format = FORMATS.find((one) => one !== 'json' && mediaTypeOf(one).split(';')[0] === type);
    if (format) return format;
  }
  return null;
}
