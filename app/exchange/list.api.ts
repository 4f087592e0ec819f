import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { endpoint } from '#app/identity/endpoint.server.ts';
import { Rejection } from '#app/kernel/rejection.ts';
import { cellChange, sheetOperations } from './fill-in.api.ts';
import { type ListRound, readListSheet, saveListSheet } from './list-sheet.server.ts';

type Face<P extends z.ZodObject> = {
  path: string;
  params: P;
  /** of the operations: `get<Noun>`, `compare<Noun>`, `save<Noun>` */
  noun: string;
  tag: string;
  what: string;
  list: (at: z.output<P> & { now: Date }) => ListRound;
  name: (at: z.output<P>) => string;
};

/** The three operations of a list that goes round: fetching it, what a filled-in one would change, saving that. */
export function listOperations<P extends z.ZodObject>(api: Api, face: Face<P>): void {
  const { path, params, noun, tag, what, list, name } = face;
  sheetOperations(api, {
    ...{ path, params, noun, tags: [tag], what, name },
    saves: `save the changes with save${noun}`,
    sheet: (tx, actor, at) => readListSheet(tx, actor, list(at)),
  });
  endpoint(api, {
    ...{ method: 'post', path: `${path}/changes`, operationId: `save${noun}`, tag },
    summary: `Save the changes of a filled-in table of ${what}`,
    description: `The \`changes\` of compare${noun}: all or nothing. Refused when a cell no longer says what it said then.`,
    params: params.shape,
    body: z.object({ changes: z.array(cellChange).max(20_000) }),
    answer: z.object({ saved: z.int() }),
    run: async (tx, actor, { params: at, body, now }) => {
      const changes = body.changes.map(({ was: _, ...one }) => one);
      const { saved } = await saveListSheet(tx, actor, list({ ...(at as z.output<P>), now }), changes);
      if (saved === null) throw new Rejection('conflict');
      return { saved };
    },
  });
}
