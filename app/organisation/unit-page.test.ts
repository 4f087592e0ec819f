import { beforeAll, expect, test } from 'vitest';
import { inInstitution } from '#app/kernel/db.server.ts';
import { type BareInstitution, bareInstitution } from '#test/bare-institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { createUnit } from './organisation.server.ts';
import { getUnit } from './unit.server.ts';
import { action } from './unit-page.tsx';

const watched = watchedDatabase();
let own: BareInstitution;

beforeAll(async () => {
  own = await bareInstitution(watched.db, 'eigen');
  const unit = { kind: 'faculty', code: 'law', nameNl: 'Recht', nameEn: 'Law', parent: 'root' };
  await inInstitution(watched.db, own.institutionId, (tx) => createUnit(tx, own.admin, unit));
});

const path = '/admin/units/law';
const post = (form: Record<string, string>) =>
  action(
    pageArgs({
      db: watched.db,
      actor: own.admin,
      path,
      params: { unit: 'law' },
      form: { intent: 'change', ...form },
    }),
  );
const read = () =>
  inInstitution(watched.db, own.institutionId, (tx) => getUnit(tx, own.institutionId, 'law'));
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
