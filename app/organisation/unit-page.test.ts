import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Db, inInstitution, openDb } from '#app/kernel/db.server.ts';
import { type BareInstitution, bareInstitution } from '#test/bare-institution.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { pageArgs } from '#test/page.ts';
import { createUnit } from './organisation.server.ts';
import { getUnit } from './unit.server.ts';
import { action } from './unit-page.tsx';

let database: FreshDatabase;
let db: Db;
let own: BareInstitution;

beforeAll(async () => {
  database = await freshDatabase();
  db = openDb(database.app);
  own = await bareInstitution(db, 'eigen');
  const unit = { kind: 'faculty', code: 'law', nameNl: 'Recht', nameEn: 'Law', parent: 'root' };
  await inInstitution(db, own.institutionId, (tx) => createUnit(tx, own.admin, unit));
});
afterAll(async () => {
  await db?.destroy();
  await database?.close();
});

const path = '/admin/units/law';
const post = (form: Record<string, string>) =>
  action(
    pageArgs({ db, actor: own.admin, path, params: { unit: 'law' }, form: { intent: 'change', ...form } }),
  );
const read = () => inInstitution(db, own.institutionId, (tx) => getUnit(tx, own.institutionId, 'law'));
const drawn = { nameNl: 'Recht', nameEn: 'Law', kind: 'faculty', sort: '0' };

test('two change one unit: the second sees both per field, and what is chosen is saved', async () => {
  const { revision } = await read();
  const seen = { revision: String(revision), stood: JSON.stringify(drawn) };
  const first = await post({ ...seen, ...drawn, nameNl: 'Rechten', nameEn: 'Laws' });
  expect(first).toMatchObject({ done: expect.anything() });

  const mine = { ...drawn, nameNl: 'Rechtsgeleerdheid', nameEn: 'School of Law' };
  const late = await post({ ...seen, ...mine });
  expect(late).toMatchObject({ problem: { code: 'conflict' }, typed: { ...mine, stood: seen.stood } });

  const now = await read();
  expect(now).toMatchObject({ nameNl: 'Rechten', nameEn: 'Laws' });
  const stood = JSON.stringify({ ...drawn, nameNl: now.nameNl, nameEn: now.nameEn });
  await post({
    ...{ ...mine, revision: String(now.revision), stood },
    ...{ 'resolve:nameNl': 'mine', 'resolve:nameEn': 'theirs' },
  });
  expect(await read()).toMatchObject({ nameNl: 'Rechtsgeleerdheid', nameEn: 'Laws' });
});
