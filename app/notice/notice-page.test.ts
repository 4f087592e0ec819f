import { RouterContextProvider } from 'react-router';
import { beforeAll, expect, test } from 'vitest';
import { listCommitments } from '#app/council/commitment.server.ts';
import { actOnCommitment } from '#app/council/commitment-act.server.ts';
import { loader as homeLoader } from '#app/home-page.tsx';
import { edgeContext } from '#app/identity/page.server.ts';
import { inInstitution } from '#app/kernel/db.server.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { loader as calendarLoader } from './calendar-file.ts';
import { action, loader } from './notices-page.tsx';

const watched = watchedDatabase('voorbeeld');
let place: LoadedInstitution;
const start = Date.now();
const after = (minutes: number) => new Date(start + minutes * 60_000);

beforeAll(async () => {
  place = await loadInstitution(watched.db, 'voorbeeld');
});

async function home(login: string, now: Date) {
  const actor = await place.actor(login);
  watched.forget();
  return homeLoader(pageArgs<Parameters<typeof homeLoader>[0]>({ db: watched.db, actor, path: '/', now }));
}

async function refuseEvidence() {
  const actor = await place.actor('griffier-beta');
  return inInstitution(watched.db, place.institutionId, async (tx) => {
    const one = (await listCommitments(tx, actor, { scheme: 'ka-2022-2027' })).find(
      (each) => each.status === 'answered' && each.body === 'fr-beta',
    )!;
    const at = { scheme: one.scheme, commitment: one.commitmentId, now: after(0) };
    await actOnCommitment(tx, actor, at, {
      act: 'refuse',
      text: 'Alleen een half jaar.',
      revision: one.revision,
    });
    return one;
  });
}

test('what changed since the last visit is shown on My work, to whom it concerns, until the next visit', async () => {
  expect((await home('schrijver-beta', after(0))).changes).toEqual([]);
  const one = await refuseEvidence();
  const seen = async (login: string, minutes: number) =>
    (await home(login, after(minutes))).changes.filter((each) => each.href.endsWith(one.commitmentId));
  expect(await seen('schrijver-beta', 5)).toMatchObject([
    { action: 'commitment.refuse', ofNl: 'Faculteitsraad Bèta', titleNl: one.text },
  ]);
  // the page read twice within half an hour is one visit
  expect((await seen('schrijver-beta', 20)).length).toBe(1);
  expect((await seen('lid-fr-beta', 20)).length).toBe(1);
  // not to who did it, nor to whom it is no business
  expect(await seen('griffier-beta', 20)).toEqual([]);
  expect(await seen('schrijver-recht', 20)).toEqual([]);
  expect(await seen('schrijver-beta', 60)).toEqual([]);
});

test('My work asks a fixed number of statements', async () => {
  await home('beleid', after(0));
  const first = watched.queries;
  await home('beleid', after(1));
  expect(watched.queries).toBe(first);
  expect(first).toBe(15);
});

async function notices(login: string, form?: Record<string, string>) {
  const actor = await place.actor(login);
  watched.forget();
  const args = { db: watched.db, actor, path: '/account/notices', now: after(0) };
  return form
    ? action(pageArgs<Parameters<typeof action>[0]>({ ...args, form }))
    : loader(pageArgs<Parameters<typeof loader>[0]>(args));
}

test('one chooses what comes by mail; the trail does not say where to', async () => {
  expect(await notices('lid-fr-recht', { intent: 'save', email: 'geen adres' })).toMatchObject({
    problem: { errors: [{ path: 'email', code: 'notice.email' }] },
  });
  await notices('lid-fr-recht', { intent: 'save', email: 'lid@example.org', dueToday: 'on', locale: 'en' });
  expect(await notices('lid-fr-recht')).toMatchObject({
    setting: { email: 'lid@example.org', digest: false, dueToday: true, locale: 'en' },
  });
  expect(watched.queries).toBe(2);
  const trail = await inInstitution(watched.db, place.institutionId, (tx) =>
    tx.selectFrom('auditEntry').select('after').where('action', '=', 'notices.change').execute(),
  );
  expect(JSON.stringify(trail)).not.toContain('lid@example.org');
});

test('a request to one’s council is in the calendar with its reading pack first, then the dossier', async () => {
  const made = await notices('lid-fr-beta', { intent: 'create', name: 'telefoon' });
  const { token } = (made as unknown as { done: { token: string } }).done;
  const { text } = await calendar(`${token}.ics`);
  const asked = text
    .split('BEGIN:VEVENT')
    .find((one) => one.includes('Facultair plan kwaliteitsafspraken Bèta'))!;
  const [, dossier] = /URL;VALUE=URI:(https:\/\/\S+)\/pack\r\n/.exec(asked)!;
  expect(dossier).toMatch(/^https:\/\/akkoord\.example\/schemes\/ka-2022-2027\/decisions\/[0-9a-f-]{36}$/);
  expect(asked).toMatch(
    /DESCRIPTION:Besluit gevraagd van Faculteitsraad Bèta\\nLeesstuk: twee bladzijden: http.*\/pack\\nDossier: http/,
  );
});

async function calendar(file: string) {
  const context = new RouterContextProvider();
  context.set(edgeContext, {
    db: watched.db,
    clock: () => new Date('2026-11-23T12:00:00Z'),
    address: '127.0.0.1',
    nonce: 'x',
    demo: true,
    afterwards: () => undefined,
  });
  const request = new Request(`https://akkoord.example/calendar/${file}`);
  const args = { request, context, params: { file } } as unknown as Parameters<typeof calendarLoader>[0];
  const response = await calendarLoader(args);
  return { status: response.status, text: (await response.text()).replace(/\r\n[ \t]/g, '') };
}

test('a calendar by a secret address shows one’s terms and moments until it is revoked', async () => {
  const made = await notices('lid-fr-recht', { intent: 'create', name: 'telefoon' });
  const { token, feedId } = (made as unknown as { done: { token: string; feedId: string } }).done;
  const kept = await inInstitution(watched.db, place.institutionId, (tx) =>
    tx.selectFrom('calendarFeed').selectAll().execute(),
  );
  expect(JSON.stringify(kept)).not.toContain(token.slice(40));
  const { status, text } = await calendar(`${token}.ics`);
  expect(status).toBe(200);
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(text).toContain('DTSTART;VALUE=DATE:20261210');
  expect(text).toMatch(/SUMMARY:Eerst evalueren/);
  expect(text).toMatch(/URL;VALUE=URI:https:\/\/akkoord\.example\/schemes\/ka-2022-2027\/commitments\//);
  const uids = [...text.matchAll(/^UID:(.*)$/gm)].map(([, uid]) => uid);
  expect(new Set(uids).size).toBe(uids.length);
  expect((await calendar(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}.ics`)).status).toBe(404);
  expect((await calendar('anything.ics')).status).toBe(404);
  // nobody else ends it
  await expect(notices('lezer', { intent: 'revoke', key: feedId })).rejects.toMatchObject({
    init: { status: 404 },
  });
  await notices('lid-fr-recht', { intent: 'revoke', key: feedId });
  expect((await calendar(`${token}.ics`)).status).toBe(404);
  expect(await notices('lid-fr-recht', { intent: 'revoke', key: feedId })).toMatchObject({
    problem: { code: 'feed.revoked' },
  });
});
