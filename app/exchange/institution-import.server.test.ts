import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstBrokenEntry } from '#app/audit/audit.server.ts';
import { signIn } from '#app/identity/identity.server.ts';
import { type Db, inInstitution, openDb } from '#app/kernel/db.server.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { loadInstitution, smallInstitution } from '#test/institution.ts';
import { importInstitution } from './institution-import.server.ts';

let database: FreshDatabase;
let db: Db;
beforeAll(async () => {
  database = await freshDatabase();
  db = openDb(database.app);
});
afterAll(async () => {
  await db.destroy();
  await database.close();
});

describe('import of an institution', () => {
  test('a small institution is loaded, its accounts sign in, its audit chain is whole', async () => {
    const small = await loadInstitution(db, smallInstitution());
    const address = 'test';
    const token = await signIn(db, {
      institution: 'klein',
      login: 'beleid',
      password: 'akkoord-demo',
      address,
    });
    expect(token).toMatch(small.institutionId);
    const griffier = await small.actor('griffier-recht');
    expect(griffier.mandates).toHaveLength(1);
    expect(
      await inInstitution(db, small.institutionId, (tx) => firstBrokenEntry(tx, small.institutionId)),
    ).toBe(null);
  });

  test('an institution that exists is refused', async () => {
    await loadInstitution(db, smallInstitution('tweede'));
    await expect(
      importInstitution(db, smallInstitution('tweede'), { allowDemo: true }),
    ).rejects.toMatchObject({
      code: 'file.institution-exists',
    });
  });

  test('a demo institution is refused where no demo is allowed', async () => {
    await expect(
      importInstitution(db, smallInstitution('derde'), { allowDemo: false }),
    ).rejects.toMatchObject({
      code: 'file.demo-refused',
    });
  });
});
