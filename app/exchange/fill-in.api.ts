import { z } from '@hono/zod-openapi';
import { type Api, answer, fileAnswer, operation } from '#app/identity/api.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { en } from '#app/messages/en.ts';
import { formatMessage } from '#app/messages/format.ts';
import { fileBody, sentFile } from '#app/realisation/sent-file.server.ts';
import type { CellChange } from './fill-in-difference.ts';
import { fillInFile } from './fill-in-file.ts';
import { fillInFormats } from './fill-in-format.ts';
import { compareSent } from './fill-in-post.server.ts';
import type { Sheet } from './fill-in-sheet.ts';

const value = z.union([z.int(), z.string()]).nullable();

/** One cell that a file would change, as comparing tells it and saving takes it. */
export const cellChange = z.object({
  row: z.int().openapi({ description: 'as the spreadsheet counts' }),
  key: z.array(z.string()),
  field: z.string(),
  before: value,
  after: value,
  was: value.optional().openapi({ description: 'what stood here when the file was fetched' }),
});

const compared = z.looseObject({
  changes: z.array(cellChange),
  conflicts: z.array(cellChange),
  refused: z
    .array(
      z.looseObject({ row: z.int(), field: z.string().nullable(), code: z.string(), detail: z.string() }),
    )
    .openapi({ description: 'each row or cell that cannot be saved, and why' }),
  same: z.int(),
  kept: z.int(),
  absent: z.int(),
});

const asked = z.object({ format: z.enum(fillInFormats).optional() });

type Face<P extends z.ZodObject> = {
  path: string;
  params: P;
  /** of the operations: `get<Noun>`, `compare<Noun>` */
  noun: string;
  tags: string[];
  /** what goes round: `the budget of a draft` */
  what: string;
  /** the operation that saves what `ready` makes of the changes, and what that is */
  saves: string;
  sheet: (tx: Tx, actor: Actor, at: z.output<P> & { now: Date }) => Promise<Sheet>;
  name: (at: z.output<P>) => string;
  ready?: (tx: Tx, actor: Actor, at: z.output<P> & { now: Date }, changes: CellChange[]) => Promise<object>;
};

/** The two operations of a table that goes round: fetching it, and what a filled-in one would change. */
export function sheetOperations<P extends z.ZodObject>(api: Api, face: Face<P>): void {
  const { path, params, noun, tags, what, sheet, name, ready } = face;
  const where = (raw: Record<string, string>) => {
    const read = params.safeParse(raw);
    if (read.success) return read.data;
    throw new InvalidInput(
      read.error.issues.map((issue) => ({ path: issue.path.join('.'), code: 'field.invalid', params: {} })),
    );
  };
  const fetch = operation({
    ...{ method: 'get', path, operationId: `get${noun}`, tags },
    summary: `${what[0]!.toUpperCase()}${what.slice(1)} as a table to fill in`,
    description:
      'As JSON, or with `format` as XLSX or ODS: the columns that name a row are locked, a hidden sheet keeps what stood there.',
    request: { params, query: asked },
    answer: z.looseObject({ title: z.string(), rows: z.array(z.looseObject({})) }),
  });
  api.openapi(fetch, (c) => {
    // the shape of the path is the caller's, so the handler's types know none of it
    const { format } = asked.parse(c.req.query());
    const table = async (tx: Tx, actor: Actor) =>
      (await sheet(tx, actor, { ...where(c.req.param()), now: c.get('clock')() })).table(actor.locale);
    if (!format) return answer(c, table);
    return fileAnswer(c, async (tx, actor) => {
      const made = await table(tx, actor);
      return () => fillInFile(made, { format, name: name(where(c.req.param())) });
    });
  });
  const compare = operation({
    ...{ method: 'post', path, operationId: `compare${noun}`, tags },
    summary: `What a filled-in table of ${what} would change`,
    description: `Sent as the field \`file\` of a form (XLSX, ODS or CSV), or as a body of text/csv. Nothing is saved: ${face.saves}.`,
    request: { params, body: fileBody },
    answer: compared,
  });
  api.openapi(compare, async (c) =>
    answer(c, async (tx, actor) => {
      const at = { ...where(c.req.param()), now: c.get('clock')() };
      const { bytes, name: file } = await sentFile(c);
      const { difference } = await compareSent(actor, await sheet(tx, actor, at), { file, bytes });
      const refused = difference.refused.map((one) => ({
        ...one,
        detail: formatMessage(en, 'en', `rejection.${one.code}`, one.params),
      }));
      return { ...difference, refused, ...(await ready?.(tx, actor, at, difference.changes)) };
    }),
  );
}
