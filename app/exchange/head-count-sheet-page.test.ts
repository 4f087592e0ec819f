import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { inInstitution } from '#app/kernel/db.server.ts';
import { listHeadCounts } from '#app/organisation/head-count.server.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import * as file from './head-count-sheet-file.ts';
import * as page from './head-count-sheet-page.tsx';

const watched = watchedDatabase('voorbeeld');
let place: LoadedInstitution;
let actor: Actor;
let definition: string;

beforeAll(async () => {
  place = await loadInstitution(watched.db, 'voorbeeld');
  actor = await place.actor('beheer');
  const { definitions } = await page.loader(
    pageArgs({ db: watched.db, actor, path: '/admin/head-counts/sheet' }),
  );
  definition = definitions[0]!.code;
});

const date = '2026-11-01';
const path = () => `/admin/head-counts/sheet?definition=${definition}&date=${date}`;
const counts = () =>
  inInstitution(watched.db, place.institutionId, (tx) =>
    listHeadCounts(tx, place.institutionId, { definition, referenceDate: date }),
  );
const now = new Date('2026-11-22T10:00:00Z');

async function post(fields: Record<string, string | File>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return page.action(pageArgs({ db: watched.db, actor, path: path(), form, now }));
}
const hand = (text: string) => post({ intent: 'read', file: new File([text], 'telling.csv') });

test('the page needs a fixed number of statements, and the file comes back as it went out', async () => {
  watched.forget();
  await page.loader(pageArgs({ db: watched.db, actor, path: path() }));
  expect(watched.statements).toBe(7);
  for (const format of ['xlsx', 'ods']) {
    const response = (await file.loader(
      pageArgs({ db: watched.db, actor, path: path(), params: { format } }),
    )) as Response;
    const bytes = await response.arrayBuffer();
    const { shown } = (await post({ intent: 'read', file: new File([bytes], `telling.${format}`) }))!;
    expect(shown).toMatchObject({ changes: [], conflicts: [], refused: [], blind: false });
  }
});

test('new counts and corrections are shown before they are recorded, all or none, with their source', async () => {
  const read = await hand('Eenheid;Aantal\nrecht;1.234\nbeta;<5\nonbekend;7\nzorg;veel\n');
  expect(read!.shown!.changes.map(({ key, after }) => [key[0], after])).toEqual([
    ['recht', 1234],
    ['beta', '<5'],
  ]);
  expect(read!.shown!.refused.map(({ row, code }) => [row, code])).toEqual([
    [4, 'fill-in.counts.no-unit'],
    [5, 'realisation.not-a-number'],
  ]);
  const changes = JSON.stringify(read!.shown!.changes);
  const without = await post({ intent: 'save', changes, source: ' ' });
  expect(without).toMatchObject({ problem: { errors: [{ path: 'source' }] }, shown: { changes: [{}, {}] } });
  expect(await counts()).toEqual([]);
  expect(await post({ intent: 'save', changes, source: '1CijferHO' })).toMatchObject({ saved: 2 });
  expect((await counts()).map(({ unit, heads, mark }) => [unit, heads, mark])).toEqual([
    ['recht', 1234, null],
    ['beta', null, 'masked'],
  ]);
  const again = await hand('Eenheid;Aantal\nrecht;1250\nbeta;\n');
  expect(again!.shown!.changes).toMatchObject([{ before: 1234, after: 1250 }]);
  expect(again!.shown!.refused).toMatchObject([{ code: 'fill-in.counts.emptied' }]);
  const next = JSON.stringify(again!.shown!.changes);
  expect(await post({ intent: 'save', changes: next, source: 'Verbeterd' })).toMatchObject({ saved: 1 });
  // the same preview once more is done already; an older one is a choice per cell, with what was typed beside it
  expect(await post({ intent: 'save', changes: next, source: '' })).toMatchObject({ saved: 0 });
  const old = JSON.stringify([{ ...again!.shown!.changes[0]!, after: 1300 }]);
  const stale = await post({ intent: 'save', changes: old, source: 'Nog eens' });
  expect(stale).toMatchObject({
    ...{ moved: true, saved: null, typed: { source: 'Nog eens' } },
    shown: { conflicts: [{ before: 1250, was: 1234, after: 1300 }] },
  });
  expect((await counts())[0]).toMatchObject({ heads: 1250 });
  const conflicts = JSON.stringify(stale!.shown!.conflicts);
  const kept = { intent: 'save', changes: '[]', conflicts, source: 'Nog eens' };
  expect(await post({ ...kept, 'choice.0': 'theirs' })).toMatchObject({ saved: 0 });
  expect((await counts())[0]).toMatchObject({ heads: 1250, source: 'Verbeterd' });
});

test('a post without a count goes back to where one is chosen, and nobody is asked to sign in first', async () => {
  const send = (who: typeof actor | null) =>
    page
      .action(pageArgs({ db: watched.db, actor: who, path: '/admin/head-counts/sheet', form: {}, now }))
      .catch((thrown: unknown) => thrown as Response);
  const location = async (who: typeof actor | null) =>
    ((await send(who)) as Response).headers.get('location');
  expect(await location(actor)).toBe('/admin/head-counts/sheet');
  expect(await location(null)).toMatch(/^\/sign-in\?back=/);
});
