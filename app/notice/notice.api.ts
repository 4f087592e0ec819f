import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { endpoint } from '#app/identity/endpoint.server.ts';
import { listEntries } from './agenda.server.ts';
import { listChanges } from './change.server.ts';

const tag = 'notices';
const names = {
  titleNl: z.string(),
  titleEn: z.string(),
  ofNl: z.string(),
  ofEn: z.string(),
  href: z.string(),
};

/** The part of the API for what is due from the caller and what happened to what concerns them. */
export function noticeApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/agenda',
    operationId: 'getAgenda',
    tag,
    summary: 'What is due from the caller or their bodies',
    answer: z.object({
      entries: z.array(
        z.object({ uid: z.string(), kind: z.string(), ...names, dueOn: z.iso.date().nullable() }),
      ),
    }),
    run: async (tx, actor, { now }) => ({ entries: await listEntries(tx, actor, now) }),
  });
  endpoint(api, {
    method: 'get',
    path: '/news',
    operationId: 'listNews',
    tag,
    summary: 'What happened since a moment to what concerns the caller',
    query: { since: z.iso.datetime().openapi({ description: 'in UTC' }) },
    answer: z.object({
      changes: z.array(z.object({ action: z.string(), at: z.iso.datetime(), ...names, fresh: z.boolean() })),
    }),
    run: async (tx, actor, { query }) => ({
      changes: await listChanges(tx, actor, new Date(query.since)),
    }),
  });
}
