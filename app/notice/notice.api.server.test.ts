import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { inInstitution, type Tx } from '#app/kernel/db.server.ts';

import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { accountOfFeed, createFeed, listFeeds, revokeFeed } from './feed.server.ts';
import { accountOf, getSetting, saveSetting } from './setting.server.ts';

const fresh = watchedDatabase();
let place: LoadedInstitution;
let token: Actor;
const now = new Date('2026-11-22T12:00:00Z');
beforeAll(async () => {
  place = await loadInstitution(fresh.db, smallInstitution());
  token = { ...(await place.actor('beheer')), kind: 'token' };
});
const run = <T>(work: (tx: Tx) => Promise<T>) => inInstitution(fresh.db, place.institutionId, work);

test('a machine that administers accounts sees to the mail and the calendar of one of them', async () => {
  const setting = { email: 'lid@voorbeeld.nl', digest: false, dueToday: true, locale: 'en' as const };
  await run(async (tx) => {
    const of = await accountOf(tx, token, 'lezer');
    await saveSetting(tx, token, setting, of);
    expect(await getSetting(tx, token, of)).toEqual(setting);
    const { feedId, token: secret } = await createFeed(tx, token, { name: 'telefoon' }, now, of);
    expect(await accountOfFeed(tx, secret)).toBe(of);
    expect(await listFeeds(tx, token, of)).toMatchObject([{ feedId, name: 'telefoon' }]);
    await revokeFeed(tx, token, feedId, now, of);
    expect(await accountOfFeed(tx, secret)).toBeNull();
    const other = await accountOf(tx, token, 'beleid');
    await expect(revokeFeed(tx, token, feedId, now, other)).rejects.toMatchObject({ what: 'feed' });
  });
});

test('without that right it sees nothing, an unknown account is not found, and of its own it has none', async () => {
  const reader: Actor = { ...(await place.actor('lezer')), kind: 'token' };
  await expect(run((tx) => accountOf(tx, reader, 'lezer'))).rejects.toMatchObject({ status: 403 });
  await expect(run((tx) => accountOf(tx, token, 'niemand'))).rejects.toMatchObject({ what: 'account' });
  await expect(run((tx) => getSetting(tx, token))).rejects.toMatchObject({ code: 'notice.account' });
});
