import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { type Db, inInstitution, openDb, type Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { verifyInstitution } from '#app/ledger/verify.server.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { spendingInstitution } from '#test/spending-scene.ts';
import { closePeriod } from './closed-period.server.ts';
import { ruleInput } from './intake.input.ts';
import { getIntake } from './intake.server.ts';
import { bookIntake, previewIntake } from './intake-booking.server.ts';
import { readIntakeFile, uploadIntake, withdrawIntake } from './intake-file.server.ts';
import { insertIntakeLines, readSourceRows } from './intake-line.server.ts';
import { linesThatCount } from './intake-position.ts';
import { removeRule, saveRule } from './intake-rule.server.ts';
import { getReport } from './report.server.ts';

let database: FreshDatabase;
let db: Db;
let place: LoadedInstitution;
let other: LoadedInstitution;
let faculty: Actor;
let central: Actor;

beforeAll(async () => {
  database = await freshDatabase();
  db = openDb(database.app);
  place = await loadInstitution(db, spendingInstitution());
  other = await loadInstitution(db, spendingInstitution('ander'));
  faculty = await place.actor('controller-recht');
  central = await place.actor('controller');
});
afterAll(async () => {
  await db.destroy();
  await database.close();
});

const now = new Date('2026-01-15T10:00:00Z');
const address = { scheme: 'ka', unit: 'recht', year: 2022, now };
const work = <T>(actor: Actor, run: (tx: Tx) => Promise<T>): Promise<T> =>
  inInstitution(db, actor.institutionId, run);
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

const head = 'Periode;Kostenplaats;Rekening;Omschrijving;Boekstuk;Bedrag';
const bytes = (...rows: string[]) => new TextEncoder().encode([head, ...rows].join('\n'));

function upload(content: Uint8Array, change: Partial<typeof address> = {}, actor = faculty) {
  return work(actor, (tx) =>
    uploadIntake(tx, actor, { ...address, ...change, bytes: content, name: 'gb.csv' }),
  );
}

async function take(content: Uint8Array, asOf: string, change: object = {}) {
  const at = { ...address, ...change };
  const { number } = await upload(content, at);
  const order = { complete: true, ...at, number, mapping: null, asOf, ...change };
  return work(faculty, (tx) => readIntakeFile(tx, faculty, order));
}

function rule(fields: Record<string, unknown>, change: Partial<typeof address> = {}) {
  const input = ruleInput.parse({ outcome: 'book', fund: 'kwaliteit', ...fields });
  return work(faculty, (tx) => saveRule(tx, faculty, { ...address, ...change, input, ruleId: null }));
}

const intake = (year = 2022) => work(faculty, (tx) => getIntake(tx, faculty, { ...address, year }));
const book = (change: object = {}) =>
  work(faculty, (tx) =>
    bookIntake(tx, faculty, { ...address, provisional: false, note: '', reason: '', ...change }),
  );
const report = (year = 2022) => work(faculty, (tx) => getReport(tx, faculty, { ...address, year }, now));

describe('from file to booking', () => {
  test('rows without a rule hold the booking; mapped and excluded, they are booked and lead back', async () => {
    await take(
      bytes(
        '2022-01;4711;40100;Salaris docent;M1;1.000,00',
        '2022-01;4711;40100;Salaris docent;M2;1.000,00',
        '2022-02;4712;40200;Adviseur;M3;500,50',
        '2022-02;9999;70000;Afschrijving gebouw;M4;300,00',
      ),
      '2022-02-28',
    );
    const { ruleId } = await rule({ costCentre: '4711*', target: 'measure:werkgroepen' });
    await rule({ costCentre: '4712', account: '40000-40999', target: 'measure:adviseurs' });
    expect(await refusal(book())).toMatchObject({
      code: 'intake.unmapped',
      params: { count: 1, cents: 30_000 },
    });
    await rule({ costCentre: '9999', outcome: 'exclude', reason: 'Huisvesting valt buiten de regeling.' });
    const { settled } = await intake();
    expect(settled.totals).toEqual({
      file: { rows: 4, cents: 280_050 },
      booked: { rows: 3, cents: 250_050 },
      excluded: { rows: 1, cents: 30_000 },
      unmapped: { rows: 0, cents: 0 },
      replaced: { rows: 0, cents: 0 },
    });
    expect(settled.perRule.get(ruleId)).toEqual({ rows: 2, cents: 200_000 });
    const { shown } = await work(faculty, (tx) => previewIntake(tx, faculty, address));
    expect(shown.changes.map(({ period, was, becomes }) => ({ period, was, becomes }))).toEqual([
      { period: '2022-01', was: null, becomes: 200_000 },
      { period: '2022-02', was: null, becomes: 50_050 },
    ]);
    expect(await book({ hash: shown.hash })).toMatchObject({ version: 1, status: 'adopted' });
    const booked = await report();
    expect(booked.lines.map(({ cents }) => cents).toSorted()).toEqual([200_000, 50_050]);
    expect(booked.versions[0]!.files.map((file) => file.name)).toEqual(['gb.csv']);
    const [key] = [...shown.position.keys()];
    const rows = await work(faculty, (tx) =>
      readSourceRows(tx, faculty, { versionId: booked.versions[0]!.versionId, place: key!, limit: 10 }),
    );
    expect(rows.map(({ rowNumber, reference, rule: by }) => ({ rowNumber, reference, by }))).toEqual([
      { rowNumber: 2, reference: 'M1', by: '1: 4711* / *' },
      { rowNumber: 3, reference: 'M2', by: '1: 4711* / *' },
    ]);
    expect(await work(faculty, (tx) => verifyInstitution(tx, faculty.institutionId))).toEqual([]);
  });

  test('the same file again has no effect, and what is booked already is not booked again', async () => {
    const same = bytes(
      '2022-01;4711;40100;Salaris docent;M1;1.000,00',
      '2022-01;4711;40100;Salaris docent;M2;1.000,00',
      '2022-02;4712;40200;Adviseur;M3;500,50',
      '2022-02;9999;70000;Afschrijving gebouw;M4;300,00',
    );
    expect(await refusal(upload(same))).toMatchObject({ code: 'intake.same-file', params: { number: 1 } });
    expect(await refusal(book())).toMatchObject({ code: 'realisation.nothing-new' });
    expect((await report()).versions).toHaveLength(1);
  });

  test('a later file replaces its cost centre and period, also what is gone from it', async () => {
    await take(bytes('2022-01;4711;40100;Salaris docent;M1;1.100,00'), '2022-03-31');
    const { settled } = await intake();
    expect(settled.totals.replaced).toEqual({ rows: 2, cents: 200_000 });
    expect(settled.totals.booked.cents).toBe(110_000 + 50_050);
  });

  test('a closed period is corrected by lines of its own, with a reason', async () => {
    await work(central, (tx) => closePeriod(tx, central, { scheme: 'ka', period: '2022-01', note: '', now }));
    expect(
      await refusal(
        work(faculty, (tx) => closePeriod(tx, faculty, { scheme: 'ka', period: '2022-02', note: '', now })),
      ),
    ).toMatchObject({ code: 'forbidden' });
    expect(await refusal(book())).toMatchObject({ errors: [{ code: 'intake.correction-reason' }] });
    await book({ reason: 'Dubbele boeking M2 teruggedraaid' });
    const lines = await work(faculty, (tx) =>
      tx
        .selectFrom('ledgerLine')
        .innerJoin('version', (on) =>
          on.onRef('version.versionId', '=', 'ledgerLine.versionId').on('version.number', '=', 2),
        )
        .select(['cents', 'ledgerLine.note'])
        .where('ledgerLine.institutionId', '=', faculty.institutionId)
        .where('stage', '=', 'realised')
        .orderBy('cents')
        .execute(),
    );
    expect(lines).toEqual([
      { cents: -90_000, note: '2022-01: Dubbele boeking M2 teruggedraaid' },
      { cents: 50_050, note: '' },
      { cents: 200_000, note: '' },
    ]);
    // it stays apart in the next version, and is not asked for again
    await take(bytes('2022-03;4711;40100;Salaris docent;M9;10,00'), '2022-04-30');
    await book();
    const next = await report();
    expect(next.lines.map(({ cents, note }) => ({ cents, note }))).toContainEqual({
      cents: 111_000,
      note: '2022-01: Dubbele boeking M2 teruggedraaid',
    });
    expect(await work(faculty, (tx) => verifyInstitution(tx, faculty.institutionId))).toEqual([]);
  });

  test('a file taken out no longer counts; without a reason it stays', async () => {
    const take1 = (note: string) =>
      work(faculty, (tx) => withdrawIntake(tx, faculty, { ...address, number: 2, note }));
    expect(await refusal(take1(''))).toMatchObject({ errors: [{ code: 'intake.reason-needed' }] });
    await take1('Verkeerde selectie');
    expect((await intake()).settled.totals.replaced.rows).toBe(0);
  });
});

describe('bad cases', () => {
  const at = { year: 2024 };

  test('a measure that ended, and a rule for another unit, are refused in words', async () => {
    await take(bytes('2024-01;8000;40100;x;M1;10,00'), '2024-02-01', at);
    const { ruleId } = await rule({ costCentre: '8000', target: 'measure:adviseurs' }, at);
    expect(await refusal(book(at))).toMatchObject({ errors: [{ code: 'realisation.measure-ended' }] });
    expect(
      await refusal(rule({ costCentre: '1', target: 'measure:werkgroepen', unit: 'beta' })),
    ).toMatchObject({ errors: [{ code: 'intake.unit-other' }] });
    await work(faculty, (tx) => removeRule(tx, faculty, { ...address, ruleId, revision: 1 }));
    expect((await intake(2024)).settled.unmapped).toHaveLength(1);
  });

  test('a unit of somebody else, another institution, a stranger’s file', async () => {
    expect(await refusal(upload(bytes('1;1;1;x;y;1,00'), { unit: 'beta' }))).toMatchObject({ status: 403 });
    const stranger = await other.actor('controller-recht');
    const theirs = await work(stranger, (tx) => getIntake(tx, stranger, address));
    expect(theirs.files).toEqual([]);
    expect(theirs.rules).toEqual([]);
  });

  test('quarters beside their months would count twice', async () => {
    expect(await refusal(take(bytes('2024-Q1;1;1;x;M1;1,00'), '2024-04-01', at))).toMatchObject({
      code: 'intake.mixed-periods',
    });
  });

  test('two uploads of one file at once: one is taken in', async () => {
    const one = bytes('2023-01;1;1;x;M1;1,00');
    const results = await Promise.allSettled([upload(one, { year: 2023 }), upload(one, { year: 2023 })]);
    expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('a preview that somebody overtook books nothing', async () => {
    expect(await refusal(book({ hash: 'f'.repeat(64) }))).toMatchObject({ code: 'intake.changed-since' });
  });

  test('the database takes no row of a file that is not there', async () => {
    const row = {
      rowNumber: 2,
      period: '2024-01',
      costCentre: '1',
      account: '4',
      description: '',
      reference: '',
    };
    const store = work(faculty, (tx) =>
      insertIntakeLines(tx, { institutionId: faculty.institutionId, fileId: newId() }, [
        { ...row, cents: 1, bookedOn: null },
      ]),
    );
    await expect(store).rejects.toMatchObject({ code: '23503' });
  });

  test('a period that is not over is not closed', async () => {
    const close = closePeriod.bind(null);
    expect(
      await refusal(
        work(central, (tx) =>
          close(tx, central, { scheme: 'ka', period: '2024-01', note: '', now: new Date('2024-01-20') }),
        ),
      ),
    ).toMatchObject({ code: 'intake.period-not-over' });
  });
});

test('which rows count is in SQL what the model says, in whatever order files come', async () => {
  const line = fc.record({
    period: fc.constantFrom('2023-05', '2023-06'),
    costCentre: fc.constantFrom('1', '2'),
    reference: fc.constantFrom('a', 'b'),
    cents: fc.integer({ min: 1, max: 99 }),
  });
  const file = fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 5 }),
    asOf: fc.constantFrom('2023-06-01', '2023-07-01', '2023-08-01'),
    complete: fc.boolean(),
  });
  const undo = new Error('undo');
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 4 }), fc.nat(), async (files, salt) => {
      const at = { ...address, year: 2023 };
      const done = await work(faculty, async (tx) => {
        for (const [i, one] of files.entries()) {
          const rows = one.lines.map(
            (each) =>
              `${each.period};${each.costCentre};4;${salt}-${i};${each.reference};0,${String(each.cents).padStart(2, '0')}`,
          );
          const { number } = await uploadIntake(tx, faculty, {
            ...at,
            bytes: bytes(...rows),
            name: `${i}.csv`,
          });
          await readIntakeFile(tx, faculty, { ...at, ...one, number, mapping: null });
        }
        const stored = await getIntake(tx, faculty, at);
        const model = linesThatCount(
          stored.files
            .filter((each) => each.status === 'read')
            .map((each) => ({
              ...each,
              asOf: String(each.asOf),
              lines: files[files.length - 1 - stored.files.indexOf(each)]!.lines.map((l) => ({
                ...l,
                account: '4',
              })),
            })),
        );
        const total = (lines: readonly { cents: number }[]) => lines.reduce((sum, l) => sum + l.cents, 0);
        expect(stored.settled.totals.replaced.cents).toBe(total(model.replaced));
        expect(stored.settled.totals.unmapped.cents).toBe(total(model.counting));
        const { file: all, booked, excluded, unmapped, replaced } = stored.settled.totals;
        expect(booked.cents + excluded.cents + unmapped.cents + replaced.cents).toBe(all.cents);
        throw undo;
      }).catch((error: unknown) => error);
      if (done !== undo) throw done;
    }),
    { numRuns: 15 },
  );
});
