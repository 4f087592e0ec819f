import { beforeAll, expect, test } from 'vitest';
import { inInstitution } from '#app/kernel/db.server.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { rowsHrefs } from '#app/realisation/intake-rows.server.ts';
import { loadInstitution } from '#test/institution.ts';
import { spendingInstitution } from '#test/spending-scene.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { canonicalFile } from './canonical-file.ts';
import { readInstitutionFile } from './institution-check.ts';
import { exportInstitution } from './institution-export.server.ts';
import { printFile } from './print-file.ts';

const watched = watchedDatabase();

/** A report of 2022 made of two rows of the books, one of them left out, with a correction and a forecast. */
function withFinance(code: string) {
  const file = spendingInstitution(code);
  const scheme = file.schemes![0]!;
  const adopted = (day: string) => ({
    ...{ status: 'adopted' as const, createdAt: `${day}T08:00:00Z` },
    ...{ submittedAt: `${day}T09:00:00Z`, adoptedAt: `${day}T10:00:00Z` },
    inForce: { from: `${day}T10:00:00Z`, recordedAt: `${day}T10:00:00Z` },
  });
  const measure = { document: 'plan-recht', measure: 'werkgroepen' };
  const place = { unit: 'recht', fund: 'kwaliteit', measure };
  const line = {
    unit: 'recht',
    fund: 'kwaliteit',
    node: 'T1',
    measure: 'werkgroepen',
    measureOf: 'plan-recht',
  };
  scheme.documents!.push({
    ...{ code: 'verslag-recht-2022', kind: 'financieel-verslag', unit: 'recht', title: 'Verslag 2022' },
    ...{ firstYear: 2022, lastYear: 2022 },
    versions: [{ number: 1, ...adopted('2023-02-01'), lines: [{ ...line, year: 2022, cents: 12_500_00 }] }],
  });
  const from = { document: 'verslag-recht-2022', version: 1 };
  const part = {
    ...from,
    file: { unit: 'recht', year: 2022, number: 1 },
    period: '2022-03',
    costCentre: '4711',
  };
  scheme.finance = {
    files: [
      {
        ...{ unit: 'recht', year: 2022, number: 1, name: 'maart.csv', status: 'read', asOf: '2022-12-31' },
        base64: Buffer.from('periode;bedrag\n2022-03;12500\n').toString('base64'),
        ...{ uploadedBy: 'controller-recht', uploadedAt: '2023-01-15T09:00:00.000Z' },
        rows: [
          [2, '2022-03', '4711', '40000', 'Docenten', 'A1', 12_500_00, '2022-03-31'],
          [3, '2022-03', '4711', '49000', 'Huur', 'A2', 900_00, null],
        ],
      },
    ],
    parts: [
      { ...part, place, account: '40000', rule: '4711 → werkgroepen', cents: 12_500_00, rows: [2] },
      { ...part, account: '49000', rule: '49*', reason: 'Huisvesting', cents: 900_00, rows: [3] },
    ],
    corrections: [
      {
        ...from,
        unit: 'recht',
        year: 2022,
        place,
        period: '2022-01',
        cents: -50_00,
        reason: 'Dubbel geboekt',
      },
    ],
    forecastBasis: [{ ...from, place, method: 'pace', months: 6, realisedCents: 6_000_00 }],
  };
  return file;
}

const institutions = new Map<string, Awaited<ReturnType<typeof loadInstitution>>>();
beforeAll(async () => {
  institutions.set('boek', await loadInstitution(watched.db, withFinance('boek')));
});

test('files of the finance system, what figures were made of, and what forecasts rest on come back to the byte', async () => {
  const { institutionId } = institutions.get('boek')!;
  const exported = await inInstitution(watched.db, institutionId, (tx) =>
    exportInstitution(tx, institutionId),
  );
  const given = canonicalFile(readInstitutionFile(withFinance('boek')));
  expect(exported).toEqual(given);
  expect(printFile(exported)).toBe(printFile(given));
  expect(canonicalFile(readInstitutionFile(JSON.parse(printFile(exported))))).toEqual(given);
});

test('a figure that came from a file leads to its rows, for who books there and for nobody else', async () => {
  const own = institutions.get('boek')!;
  const { lineId } = await inInstitution(watched.db, own.institutionId, (tx) =>
    tx
      .selectFrom('ledgerLine')
      .select('lineId')
      .where('institutionId', '=', own.institutionId)
      .where('stage', '=', 'realised')
      .executeTakeFirstOrThrow(),
  );
  const hrefs = async (login: string) => {
    const actor = await own.actor(login);
    return inInstitution(watched.db, own.institutionId, (tx) =>
      rowsHrefs(tx, actor, { scheme: 'ka', lineIds: [lineId] }),
    );
  };
  const found = await hrefs('controller-recht');
  expect(Object.keys(found)).toEqual([lineId]);
  expect(found[lineId]).toMatch(/^\/schemes\/ka\/realisation\/recht\/2022\//);
  expect(await hrefs('lezer')).toEqual({});
  const actor = await own.actor('controller-recht');
  const none = await inInstitution(watched.db, own.institutionId, (tx) =>
    rowsHrefs(tx, actor, { scheme: 'ka', lineIds: [] }),
  );
  expect(none).toEqual({});
});

test('what the finance part names and is not there is refused, each at its place', () => {
  const file = withFinance('fout');
  const { finance } = file.schemes![0]!;
  finance!.parts![0]!.file = { unit: 'recht', year: 2022, number: 9 };
  finance!.corrections![0]!.version = 4;
  const refused = () => {
    try {
      readInstitutionFile(file);
      return [];
    } catch (error) {
      return error instanceof InvalidInput ? error.errors.map((one) => one.code) : [String(error)];
    }
  };
  expect(refused()).toEqual(['file.no-such-file', 'file.no-such-version']);
});
