import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { type Db, inInstitution, openDb } from '#app/kernel/db.server.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { firstBrokenEntry, record } from './audit.server.ts';

let database: FreshDatabase;
let db: Db;
let place: LoadedInstitution;
let actor: Actor;

beforeAll(async () => {
  database = await freshDatabase();
  db = openDb(database.app);
  place = await loadInstitution(db, smallInstitution());
  actor = await place.actor('beleid');
});
afterAll(async () => {
  await db.destroy();
  await database.close();
});

const write = (action: string) =>
  inInstitution(db, place.institutionId, (tx) =>
    record(tx, actor, action, { kind: 'unit', id: null }, { before: { a: 1 }, after: { a: 2, b: null } }),
  );
const broken = () =>
  inInstitution(db, place.institutionId, (tx) => firstBrokenEntry(tx, place.institutionId));

describe('the audit chain', () => {
  test('stays whole under writers at the same time, one entry each', async () => {
    const count = async () => {
      const { rows } = await asOwner('select count(*)::int as n from audit_entry where institution_id = $1', [
        place.institutionId,
      ]);
      return rows[0].n as number;
    };
    const before = await count();
    await Promise.all(Array.from({ length: 25 }, (_, i) => write(`test.${i}`)));
    expect(await count()).toBe(before + 25);
    expect(await broken()).toBeNull();
  });

  test('an entry of a transaction that fails is not there', async () => {
    await expect(
      inInstitution(db, place.institutionId, async (tx) => {
        await record(tx, actor, 'test.undone', { kind: 'unit', id: null }, {});
        throw new Error('undo');
      }),
    ).rejects.toThrow('undo');
    const { rows } = await asOwner("select * from audit_entry where action = 'test.undone'");
    expect(rows).toEqual([]);
    expect(await broken()).toBeNull();
  });

  test('nobody changes or removes an entry, not even as the owner', async () => {
    for (const statement of ["update audit_entry set actor_name = 'x'", 'delete from audit_entry']) {
      await expect(asOwner(statement)).rejects.toThrow(/append-only/);
    }
    await expect(
      inInstitution(db, place.institutionId, (tx) => tx.deleteFrom('auditEntry').execute()),
    ).rejects.toThrow(/permission denied/);
  });

  test('verification names the first entry that was tampered with', async () => {
    await write('test.last');
    await asOwner('alter table audit_entry disable trigger audit_entry_append_only');
    await asOwner('update audit_entry set after = \'{"a": 3}\' where seq = 2 and institution_id = $1', [
      place.institutionId,
    ]);
    expect(await broken()).toBe(2);
  });
});

async function asOwner(statement: string, values: unknown[] = []) {
  const client = new Client(database.owner);
  await client.connect();
  try {
    return await client.query(statement, values);
  } finally {
    await client.end();
  }
}
