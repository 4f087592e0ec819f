import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Db, inInstitution, openDb, type Tx } from '#app/kernel/db.server.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { getMoney, getMoneyLines } from './money.server.ts';
import { verifyInstitution } from './verify.server.ts';

let database: FreshDatabase;
let db: Db;
let place: LoadedInstitution;
let schemeId: string;

const inside = <T>(work: (tx: Tx) => Promise<T>) => inInstitution(db, place.institutionId, work);

/** The budget of `recht` in 2023: 100 final, 20 provisional, one pm, and memo lines of 7 and pm. */
beforeAll(async () => {
  database = await freshDatabase();
  db = openDb(database.app);
  const file = smallInstitution();
  const version = file.schemes![0]!.documents![0]!.versions[0]!;
  const line = (component: string, rest: object) => ({
    ...{ fund: 'kwaliteit', unit: 'recht', node: 'T1', measure: 'werkgroepen', year: 2023, component },
    ...rest,
  });
  version.lines = [
    line('a', { cents: 100 }),
    line('b', { cents: 20, mark: 'provisional' }),
    line('c', { mark: 'pm' }),
    line('d', { cents: 7, fteMilli: 50, memo: true, mark: 'provisional' }),
    line('e', { mark: 'pm', memo: true }),
  ];
  version.status = 'adopted';
  version.submittedAt = '2022-11-01T09:00:00Z';
  version.adoptedAt = '2022-12-01T09:00:00Z';
  version.inForce = { from: '2023-01-01T00:00:00Z', recordedAt: '2022-12-01T09:00:00Z' };
  place = await loadInstitution(db, file);
  schemeId = await inside((tx) => schemeIdOf(tx, place.institutionId, 'ka'));
});
afterAll(async () => {
  await db.destroy();
  await database.close();
});

describe('a memo line', () => {
  const said = { stage: ['budgeted'] as const, year: 2023 };

  test('is in no sum, from totals or from lines, and a sum says what it holds besides numbers', async () => {
    const sum = { cents: 120, fteMilli: null, unknown: 1, masked: 0, provisional: 1 };
    const totals = await inside((tx) => getMoney(tx, { schemeId, groupBy: [], ...said }));
    const lines = await inside((tx) => getMoney(tx, { schemeId, groupBy: ['measure'], ...said }));
    expect(totals).toEqual([sum]);
    expect(lines).toEqual([{ measure: 'werkgroepen', ...sum }]);
  });

  test('is told when it is asked for, beside the totals', async () => {
    const rows = await inside((tx) => getMoney(tx, { schemeId, groupBy: ['unit'], memo: 'only', ...said }));
    expect(rows).toEqual([{ unit: 'recht', cents: 7, fteMilli: 50, unknown: 1, masked: 0, provisional: 1 }]);
  });

  test('is among the lines of a figure when these are shown with it, last and with no other amount', async () => {
    const lines = await inside((tx) => getMoneyLines(tx, { schemeId, memo: 'with', ...said }));
    expect(lines.map((one) => [one.component, one.cents, one.memo, one.memoCents])).toEqual([
      ['a', 100, false, null],
      ['b', 20, false, null],
      ['c', null, false, null],
      ['d', null, true, 7],
      ['e', null, true, null],
    ]);
    const without = await inside((tx) => getMoneyLines(tx, { schemeId, ...said }));
    expect(without).toHaveLength(3);
  });

  test('is part of the frozen content, which verifying holds against the ledger', async () => {
    const { content } = await inside((tx) =>
      tx
        .selectFrom('version')
        .select('content')
        .where('institutionId', '=', place.institutionId)
        .where('contentHash', 'is not', null)
        .executeTakeFirstOrThrow(),
    );
    const { lines } = content as { lines: Record<string, unknown>[] };
    expect(lines.map((one) => [one.component, one.cents, one.memo])).toEqual([
      ['a', 100, undefined],
      ['b', 20, undefined],
      ['c', null, undefined],
      ['d', 7, true],
      ['e', null, true],
    ]);
    const findings = () => inside((tx) => verifyInstitution(tx, place.institutionId));
    expect(await findings()).toEqual([]);
    // somebody makes it count behind our back
    await tamper(`update ledger_line set memo = false, cents = memo_cents, fte_milli = memo_fte_milli,
                         memo_cents = null, memo_fte_milli = null where component = 'd'`);
    expect((await findings()).map((finding) => finding.code).toSorted()).toEqual([
      'lines',
      'place-total',
      'total',
    ]);
  });

  test('cannot carry an amount that counts', async () => {
    await expect(tamper("update ledger_line set cents = 1 where component = 'e'")).rejects.toThrow(
      /ledger_line_memo_apart/,
    );
  });
});

/** Changes the database past its triggers; its checks stay. */
async function tamper(statement: string) {
  const client = new Client(database.owner);
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(statement);
  } finally {
    await client.end();
  }
}
