import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Db, inInstitution, openDb } from '#app/kernel/db.server.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { demoFile, loadInstitution, smallInstitution } from '#test/institution.ts';
import { canonicalFile } from './canonical-file.ts';
import { demoFiles } from './demo.server.ts';
import { readInstitutionFile } from './institution-check.ts';
import { exportInstitution } from './institution-export.server.ts';
import type { InstitutionInput } from './institution-file.ts';
import { printFile } from './print-file.ts';

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

async function roundTrip(input: InstitutionInput) {
  const { institutionId } = await loadInstitution(db, input);
  return inInstitution(db, institutionId, (tx) => exportInstitution(tx, institutionId));
}

describe('export of an institution', () => {
  test('each demo institution comes back as its file, to the byte', async () => {
    const codes = [...(await demoFiles()).keys()];
    expect(codes).toEqual(['leiden', 'twente', 'utrecht', 'voorbeeld']);
    for (const code of codes) {
      const input = await demoFile(code);
      const exported = await roundTrip(input);
      const given = canonicalFile(readInstitutionFile(input));
      expect(exported).toEqual(given);
      expect(printFile(exported)).toBe(printFile(given));
      expect(canonicalFile(readInstitutionFile(JSON.parse(printFile(exported))))).toEqual(given);
    }
  });

  test('what no demo has comes back too', async () => {
    const small = smallInstitution('rijk');
    const [plan] = small.schemes![0]!.documents!;
    plan!.endedMeasures = [{ measure: 'adviseurs', from: 2024 }];
    const [draft] = plan!.versions;
    draft!.attachments = [{ name: 'bijlage.txt', mediaType: 'text/plain', base64: 'aGFsbG8=' }];
    draft!.sections![0]!.body = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', marks: [{ type: 'bold' }], text: 'Vet' }] }],
    };
    small.accounts!.at(-1)!.disabledAt = '2025-01-01T00:00:00+01:00';
    small.headCounts!.push({ definition: 'eer', unit: 'beta', date: '2022-10-01', mark: 'masked' });
    expect(await roundTrip(small)).toEqual(canonicalFile(readInstitutionFile(small)));
  });

  test('an institution sees no other', async () => {
    const one = await loadInstitution(db, smallInstitution('een'));
    const two = await loadInstitution(db, smallInstitution('twee'));
    const look = inInstitution(db, one.institutionId, (tx) => exportInstitution(tx, two.institutionId));
    await expect(look).rejects.toThrow(Missing);
  });
});
