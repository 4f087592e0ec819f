import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { endpoint } from '#app/identity/endpoint.server.ts';
import { listEntries } from './agenda.server.ts';
import { listChanges } from './change.server.ts';
import { createFeed, feedInput, listFeeds, revokeFeed } from './feed.server.ts';
import { accountOf, getSetting, saveSetting } from './setting.server.ts';

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
        z.object({
          ...{ uid: z.string(), kind: z.string(), ...names, dueOn: z.iso.date().nullable() },
          pack: z.string().optional().openapi({ description: 'Of a request to a body: its reading pack' }),
        }),
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
  ofAccounts(api);
}

const setting = z.object({
  email: z.string().nullable().openapi({ description: 'null: no mail' }),
  digest: z.boolean().openapi({ description: 'one letter a day with what is due and what changed' }),
  dueToday: z.boolean().openapi({ description: 'at once what is due today' }),
  locale: z.enum(['nl', 'en']).nullable().openapi({ description: 'null: that of the account' }),
});
const day = z.iso.datetime();

// What somebody is told and their calendar: a token is nobody, so it names the account and holds admin.account.
function ofAccounts(api: Api): void {
  const params = { login: z.string() };
  endpoint(api, {
    method: 'get',
    path: '/accounts/{login}/notices',
    operationId: 'getNoticeSetting',
    tag,
    summary: 'What an account is told, and where',
    params,
    answer: setting,
    run: async (tx, actor, { params: { login } }) => getSetting(tx, actor, await accountOf(tx, actor, login)),
  });
  endpoint(api, {
    method: 'put',
    path: '/accounts/{login}/notices',
    operationId: 'saveNoticeSetting',
    tag,
    summary: 'Say what an account is told, and where',
    params,
    body: setting,
    answer: z.object({ saved: z.literal(true) }),
    run: async (tx, actor, { params: { login }, body: { email, locale, ...rest } }) => {
      const accountId = await accountOf(tx, actor, login);
      const input = { ...rest, email: email ?? undefined, locale: locale ?? undefined };
      return saveSetting(tx, actor, input, accountId);
    },
  });
  endpoint(api, {
    method: 'get',
    path: '/accounts/{login}/calendars',
    operationId: 'listCalendars',
    tag,
    summary: 'The calendar addresses of an account; an address itself is never shown again',
    params,
    answer: z.array(
      z.object({ feedId: z.uuid(), name: z.string(), createdAt: day, revokedAt: day.nullable() }),
    ),
    run: async (tx, actor, { params: { login } }) => listFeeds(tx, actor, await accountOf(tx, actor, login)),
  });
  endpoint(api, {
    method: 'post',
    path: '/accounts/{login}/calendars',
    operationId: 'createCalendar',
    tag,
    summary: 'Make a secret calendar address for an account; it is shown now and never again',
    description: 'The address is /calendar/{token}.ics on this server.',
    params,
    body: feedInput,
    status: 201,
    answer: z.object({ feedId: z.uuid(), token: z.string() }),
    run: async (tx, actor, { params: { login }, body, now }) =>
      createFeed(tx, actor, body, now, await accountOf(tx, actor, login)),
  });
  endpoint(api, {
    method: 'delete',
    path: '/accounts/{login}/calendars/{feed}',
    operationId: 'revokeCalendar',
    tag,
    summary: 'End a calendar address at once',
    params: { ...params, feed: z.uuid() },
    answer: z.object({ feedId: z.uuid() }),
    run: async (tx, actor, { params: { login, feed }, now }) =>
      revokeFeed(tx, actor, feed, now, await accountOf(tx, actor, login)),
  });
}
