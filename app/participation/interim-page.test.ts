import { beforeAll, expect, test } from 'vitest';
import { inInstitution } from '#app/kernel/db.server.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { loader as listLoader } from './decision-list-page.tsx';
import { loader } from './interim-part.tsx';

const watched = watchedDatabase('voorbeeld');
let place: LoadedInstitution;
beforeAll(async () => {
  place = await loadInstitution(watched.db, 'voorbeeld');
});

async function at(params: Record<string, string>, now = '2026-11-22T12:00:00Z') {
  const actor = await place.actor('lid-fr-recht');
  watched.forget();
  const scheme = 'ka-2022-2027';
  return pageArgs({
    db: watched.db,
    actor,
    path: '/x',
    params: { scheme, ...params },
    now: new Date(now),
  }) as never;
}

const asked = async (document: string) => {
  const { decisions } = (await listLoader(await at({}))) as unknown as {
    decisions: { decisionId: string; document: string; outcome: string | null; kind: string }[];
  };
  return decisions.find((one) => one.document === document && one.outcome === null)!.decisionId;
};

test('a council that has not consented reads what may be spent next year, by theme and from which rule', async () => {
  const decision = await asked('plan-beta');
  const { interim } = await loader(await at({ decision }));
  expect(watched.queries).toBe(3);
  expect(interim).toMatchObject({ year: 2027, begun: false, incomplete: false });
  expect(interim!.rule).toMatchObject({ parts: 4, of: 12, stage: 'budgeted', certainty: 'known' });
  expect(interim!.rule.basis).toContain('WHW 9.40');
  for (const row of interim!.rows) expect(row.mostCents).toBe(Math.floor(row.cents! / 3));
  expect(interim!.cents).toBeGreaterThan(0);
  const later = await loader(await at({ decision }, '2027-01-04T09:00:00Z'));
  expect(later.interim).toMatchObject({ year: 2027, begun: true });
});

test('what the matrix says later changes nothing of what was asked before', async () => {
  const decision = await asked('plan-beta');
  const read = async () => (await loader(await at({ decision }))).interim;
  const before = await read();
  await inInstitution(watched.db, place.institutionId, (tx) =>
    tx.updateTable('rightRule').set({ interimParts: 6 }).where('interimParts', '=', 4).execute(),
  );
  expect(await read()).toEqual(before);
  expect(before!.rule.parts).toBe(4);
});

test('where the right says nothing of it there is nothing; another decision is not found', async () => {
  const decision = await asked('overheveling-2025');
  expect(await loader(await at({ decision }))).toEqual({ interim: null });
  await expect(loader(await at({ decision: 'x' }))).rejects.toMatchObject({ init: { status: 404 } });
});
