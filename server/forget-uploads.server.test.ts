import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Db, inInstitution, openDb } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { keepFile, keptFile, linkFile } from '#app/realisation/kept-file.server.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { forgetOldUploads, forgetUploadsDaily } from './forget-uploads.ts';

let database: FreshDatabase;
let db: Db;
let small: LoadedInstitution;
const hours = (count: number) => () => new Date(Date.now() + count * 60 * 60 * 1000);
const log = { error: vi.fn() };

beforeAll(async () => {
  database = await freshDatabase();
  db = openDb(database.app);
  small = await loadInstitution(db, smallInstitution('klein'));
});
afterAll(async () => {
  await db.destroy();
  await database.close();
});

async function keep(text: string): Promise<string> {
  const actor = await small.actor('beheer');
  return inInstitution(db, small.institutionId, (tx) => keepFile(tx, actor, Buffer.from(text)));
}

async function isKept(hash: string): Promise<boolean> {
  const actor = await small.actor('beheer');
  return inInstitution(db, small.institutionId, (tx) => keptFile(tx, actor, hash)).then(
    () => true,
    () => false,
  );
}

test('an upload that nobody booked is forgotten after a day, not before, and leaves no audit entry', async () => {
  const entries = () =>
    inInstitution(db, small.institutionId, (tx) =>
      tx.selectFrom('auditHead').select('seq').executeTakeFirstOrThrow(),
    );
  const before = await entries();
  const hash = await keep('waiting');
  expect(await forgetOldUploads({ db, clock: hours(23) })).toBe(0);
  expect(await isKept(hash)).toBe(true);
  expect(await forgetOldUploads({ db, clock: hours(25) })).toBe(1);
  expect(await isKept(hash)).toBe(false);
  expect(await entries()).toEqual(before);
});

test('the same bytes kept again wait a day from then', async () => {
  const hash = await keep('twice');
  const age = async () => {
    const { rows } = await inInstitution(db, small.institutionId, (tx) =>
      tx
        .selectFrom('file')
        .select('keptAt')
        .where('sha256', '=', hash)
        .execute()
        .then((rows) => ({ rows })),
    );
    return rows[0]!.keptAt.getTime();
  };
  const first = await age();
  await keep('twice');
  expect(await age()).toBeGreaterThan(first);
});

test('what hangs on a version or was taken in from finance stays, and the database itself refuses', async () => {
  const actor = await small.actor('beheer');
  const hash = await keep('booked');
  const taken = await keep('taken in');
  await inInstitution(db, small.institutionId, async (tx) => {
    const { versionId } = await tx.selectFrom('version').select('versionId').executeTakeFirstOrThrow();
    await linkFile(tx, actor, versionId, { sha256: hash, name: 'boek.csv' });
    const { schemeId } = await tx.selectFrom('scheme').select('schemeId').executeTakeFirstOrThrow();
    const { unitId } = await tx.selectFrom('unit').select('unitId').executeTakeFirstOrThrow();
    await tx
      .insertInto('intakeFile')
      .values({
        ...{ institutionId: small.institutionId, fileId: newId(), schemeId, unitId, year: 2022, number: 1 },
        ...{ sha256: taken, name: 'fin.csv', status: 'waiting', uploadedBy: 'x', uploadedAt: new Date() },
      })
      .execute();
  });
  await forgetOldUploads({ db, clock: hours(1000) });
  expect([await isKept(hash), await isKept(taken)]).toEqual([true, true]);
  for (const sha256 of [hash, taken]) {
    await expect(
      inInstitution(db, small.institutionId, (tx) =>
        tx.deleteFrom('file').where('sha256', '=', sha256).execute(),
      ),
    ).rejects.toThrow(/foreign key/);
  }
});

test('a run that fails is logged and does not end the server', async () => {
  const gone = openDb(database.app);
  // destroyed before its first use it would only open anew
  await gone.connection().execute(async () => undefined);
  await gone.destroy();
  await forgetUploadsDaily({ db: gone, log, clock: hours(0) }).stop();
  expect(log.error).toHaveBeenCalledOnce();
});

test('the server forgets as it starts', async () => {
  const hash = await keep('at the start');
  await forgetUploadsDaily({ db, log, clock: hours(25) }).stop();
  expect(await isKept(hash)).toBe(false);
});
