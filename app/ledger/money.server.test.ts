import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDraft, lockVersion, moveVersion, putInForce } from '#app/document/document.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { type Db, inInstitution, openDb, type Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { freezeVersion } from './freeze.server.ts';
import { getMoney, getMoneyLines, momentOf } from './money.server.ts';

let database: FreshDatabase;
let db: Db;
let place: LoadedInstitution;
let actor: Actor;
let schemeId: string;
let first: string;

const inside = <T>(work: (tx: Tx) => Promise<T>) => inInstitution(db, place.institutionId, work);

beforeAll(async () => {
  database = await freshDatabase();
  db = openDb(database.app);
  place = await loadInstitution(db, smallInstitution());
  actor = await place.actor('cvb');
  schemeId = await inside((tx) => schemeIdOf(tx, place.institutionId, 'ka'));
  first = await inside(adoptDraft('2022-01-01', '2022-01-01'));
  await inside((tx) => nextVersion(tx, { from: '2023-01-01', recorded: '2023-03-01', cents: 777_00 }));
});
afterAll(async () => {
  await db.destroy();
  await database.close();
});

describe('the general money query', () => {
  test('totals of a frozen version equal its lines, however they are grouped', async () => {
    const { totals, lines } = await inside(async (tx) => ({
      totals: await getMoney(tx, { schemeId, groupBy: ['stage', 'fund', 'unit', 'node', 'year'] }),
      lines: await getMoney(tx, {
        schemeId,
        groupBy: ['stage', 'fund', 'unit', 'node', 'year', 'component'],
      }),
    }));
    const key = (row: (typeof totals)[number]) => [row.stage, row.fund, row.unit, row.node, row.year].join();
    const add = new Map<string, number>();
    for (const row of lines) add.set(key(row), (add.get(key(row)) ?? 0) + (row.cents ?? 0));
    expect(totals.length).toBeGreaterThan(0);
    for (const row of totals) expect(add.get(key(row))).toBe(row.cents ?? 0);
  });

  test('as of a day it shows the version in force on that day', async () => {
    const total = (day: string) =>
      inside((tx) => getMoneyLines(tx, { schemeId, asOf: momentOf(day).at })).then((lines) => [
        ...new Set(lines.map((line) => line.versionNumber)),
      ]);
    expect(await total('2021-12-31')).toEqual([]);
    expect(await total('2022-06-01')).toEqual([1]);
    expect(await total('2023-01-01')).toEqual([2]);
  });

  test('as known on an earlier day it shows what had been recorded by then', async () => {
    const known = (knownOn: string) =>
      inside((tx) =>
        getMoneyLines(tx, { schemeId, asOf: momentOf('2023-02-01').at, knownOn: momentOf(knownOn).at }),
      ).then((lines) => [...new Set(lines.map((line) => line.versionNumber))]);
    expect(await known('2023-02-01')).toEqual([1]);
    expect(await known('2023-03-01')).toEqual([2]);
  });

  test('a unit stands for itself and all below it; at level 0 everything is the root', async () => {
    const { own, root, atRoot } = await inside(async (tx) => ({
      own: await getMoney(tx, { schemeId, groupBy: [], unit: 'recht' }),
      root: await getMoney(tx, { schemeId, groupBy: [], unit: 'klein' }),
      atRoot: await getMoney(tx, { schemeId, groupBy: ['unit'], unitLevel: 0 }),
    }));
    expect(own).toEqual(root);
    expect(atRoot.map((row) => row.unit)).toEqual(['klein']);
  });

  test('a version of its own answers whatever its status, and is not in the sums', async () => {
    const draft = await inside((tx) => createDraftWithLine(tx, 5_00));
    const rows = await inside((tx) => getMoney(tx, { schemeId, groupBy: [], versionId: draft }));
    expect(rows).toEqual([{ cents: 500, fteMilli: null, unknown: 0, masked: 0, provisional: 0 }]);
    const all = await inside((tx) => getMoney(tx, { schemeId, groupBy: [] }));
    expect(all[0]!.cents).toBe(777_00);
  });
});

describe('a frozen version', () => {
  test('takes no more lines, changes or removals', async () => {
    await expect(inside((tx) => addLine(tx, first, 1))).rejects.toThrow(/frozen/);
    await expect(
      inside((tx) => tx.updateTable('ledgerLine').set({ cents: 1 }).where('versionId', '=', first).execute()),
    ).rejects.toThrow(/frozen/);
    await expect(
      inside((tx) => tx.deleteFrom('ledgerLine').where('versionId', '=', first).execute()),
    ).rejects.toThrow(/frozen/);
    await expect(
      inside((tx) =>
        tx.updateTable('version').set({ contentHash: 'x' }).where('versionId', '=', first).execute(),
      ),
    ).rejects.toThrow(/frozen/);
  });

  test('of two versions of a document one is in force at a moment: the database refuses a second', async () => {
    const { documentId } = await documentOf(first);
    await expect(
      inside((tx) =>
        tx
          .insertInto('inForce')
          .values({
            institutionId: place.institutionId,
            inForceId: newId(),
            documentId,
            versionId: first,
            valid: '[2023-06-01,)',
            recorded: '[2023-06-01,)',
          })
          .execute(),
      ),
    ).rejects.toThrow(/exclu/);
  });
});

const adoptDraft = (from: string, recorded: string) => async (tx: Tx) => {
  const { versionId } = await tx
    .selectFrom('version')
    .select('versionId')
    .where('institutionId', '=', place.institutionId)
    .where('status', '=', 'draft')
    .executeTakeFirstOrThrow();
  await adopt(tx, versionId, from, recorded);
  return versionId;
};

async function adopt(tx: Tx, versionId: string, from: string, recorded: string) {
  await freezeVersion(tx, actor, await lockVersion(tx, actor, versionId));
  const locked = await lockVersion(tx, actor, versionId);
  await moveVersion(tx, actor, locked, 'adopt');
  const { documentId } = locked;
  await putInForce(tx, actor, {
    documentId,
    versionId,
    from: new Date(from),
    recordedAt: new Date(recorded),
  });
}

async function documentOf(versionId: string) {
  return inside((tx) =>
    tx
      .selectFrom('version')
      .select('documentId')
      .where('institutionId', '=', place.institutionId)
      .where('versionId', '=', versionId)
      .executeTakeFirstOrThrow(),
  );
}

async function createDraftWithLine(tx: Tx, cents: number): Promise<string> {
  const { documentId } = await tx
    .selectFrom('version')
    .select('documentId')
    .where('institutionId', '=', place.institutionId)
    .where('versionId', '=', first)
    .executeTakeFirstOrThrow();
  const versionId = await createDraft(tx, actor, { documentId, note: 'test' });
  await addLine(tx, versionId, cents);
  return versionId;
}

async function nextVersion(
  tx: Tx,
  { from, recorded, cents }: { from: string; recorded: string; cents: number },
) {
  await adopt(tx, await createDraftWithLine(tx, cents), from, recorded);
}

async function addLine(tx: Tx, versionId: string, cents: number) {
  const pick = async (table: 'fund' | 'unit', code: string) => {
    const id = table === 'fund' ? 'fundId' : 'unitId';
    const row = await tx
      .selectFrom(table)
      .select(id as never)
      .where('institutionId', '=', place.institutionId)
      .where('code', '=', code)
      .executeTakeFirstOrThrow();
    return (row as Record<string, string>)[id]!;
  };
  await tx
    .insertInto('ledgerLine')
    .values({
      institutionId: place.institutionId,
      lineId: newId(),
      versionId,
      stage: 'budgeted',
      schemeId,
      fundId: await pick('fund', 'kwaliteit'),
      unitId: await pick('unit', 'recht'),
      year: 2023,
      cents,
    })
    .execute();
}
