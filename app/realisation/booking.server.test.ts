import { Buffer } from 'node:buffer';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { inInstitution, type Tx } from '#app/kernel/db.server.ts';
import { InvalidInput, Missing } from '#app/kernel/rejection.ts';
import { getMoney } from '#app/ledger/money.server.ts';
import { verifyInstitution } from '#app/ledger/verify.server.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { spendingInstitution } from '#test/spending-scene.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { bookReport, previewReport } from './booking.server.ts';
import { closePeriod } from './closed-period.server.ts';
import type { Entry } from './entry.ts';
import { getReport } from './report.server.ts';
import { readUploadFile } from './upload-file.ts';

const watched = watchedDatabase();
let place: LoadedInstitution;
let other: LoadedInstitution;
let controller: Actor;

beforeAll(async () => {
  place = await loadInstitution(watched.db, spendingInstitution());
  other = await loadInstitution(watched.db, spendingInstitution('ander'));
  controller = await place.actor('controller-recht');
});

const address = { scheme: 'ka', unit: 'recht', year: 2022 };
const locate = (index: number, field: string) => ({ path: `lines.${index}.${field}`, params: {} });

function entry(measure: string, cents: number | null, rest: Partial<Entry> = {}): Entry {
  const empty = { unit: '', theme: '', component: '', fund: '', costKind: '', note: '' };
  return { ...empty, measure, cents, fteMilli: null, year: null, ...rest };
}

const work = <T>(actor: Actor, run: (tx: Tx) => Promise<T>): Promise<T> =>
  inInstitution(watched.db, actor.institutionId, run);

function book(entries: Entry[], change: object = {}, actor = controller) {
  const given = { ...address, entries, locate, provisional: false, note: '', now: new Date(), ...change };
  return work(actor, (tx) => bookReport(tx, actor, given));
}

async function refusal(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => null,
    (error: unknown) => error,
  );
}

const spent = (year: number) =>
  work(controller, async (tx) => {
    const { scheme } = await getReport(tx, controller, { ...address, year }, new Date());
    const rows = await getMoney(tx, {
      schemeId: scheme.schemeId,
      groupBy: ['measure'],
      stage: ['realised'],
      year,
    });
    return Object.fromEntries(rows.map((row) => [row.measure, row.cents]));
  });

describe('booking', () => {
  test('makes the report, puts it in force at once, and can be corrected by a next version', async () => {
    const first = await book([entry('werkgroepen', 9_500_000), entry('Extra studieadviseurs', 4_200_050)]);
    expect(first).toMatchObject({ version: 1, status: 'adopted' });
    expect(await spent(2022)).toEqual({ werkgroepen: 9_500_000, adviseurs: 4_200_050 });

    const second = await book([entry('werkgroepen', 9_600_000)], { note: 'Factuur van december nagekomen' });
    expect(second).toMatchObject({ document: first.document, version: 2 });
    // law 5: what is no longer named becomes 0 and stays
    expect(await spent(2022)).toEqual({ werkgroepen: 9_600_000, adviseurs: 0 });
    const report = await work(controller, (tx) => getReport(tx, controller, address, new Date()));
    expect(report.versions.map(({ number, inForce, cents }) => ({ number, inForce, cents }))).toEqual([
      { number: 2, inForce: true, cents: 9_600_000 },
      { number: 1, inForce: false, cents: 13_700_050 },
    ]);
    expect(await work(controller, (tx) => verifyInstitution(tx, controller.institutionId))).toEqual([]);
  });

  test('writes one audit entry with what changed', async () => {
    await book([entry('werkgroepen', 100)], { year: 2023 });
    const [last] = await work(controller, (tx) =>
      tx
        .selectFrom('auditEntry')
        .select(['action', 'before', 'after'])
        .where('institutionId', '=', controller.institutionId)
        .where('action', '=', 'realisation.book')
        .orderBy('seq', 'desc')
        .limit(1)
        .execute(),
    );
    expect(last).toMatchObject({
      before: { number: 0, lines: [] },
      after: { unit: 'recht', year: 2023, number: 1, lines: [{ cents: 100 }] },
    });
  });

  test('[000-27] parts and kinds of cost inside a measure; a single one needs no naming', async () => {
    const lines = ['colleges', 'reizen'].map((component) => entry('gasten', 500_000, { component }));
    const { report, preview } = await work(controller, (tx) =>
      previewReport(tx, controller, {
        ...address,
        entries: lines,
        locate,
        provisional: false,
        now: new Date(),
      }),
    );
    const gasten = report.measures.find((measure) => measure.code === 'gasten')!;
    expect(preview.lines.filter((line) => line.measureId === gasten.measureId)).toMatchObject([
      { component: 'colleges', costKind: 'docenten', fund: 'npo', cents: 500_000 },
      { component: 'reizen', costKind: 'docenten', fund: 'npo', cents: 500_000 },
    ]);
  });

  test('two at once: one wins, the other is told and keeps what it had', async () => {
    const seen = (await work(controller, (tx) => getReport(tx, controller, address, new Date()))).versions[0]!
      .number;
    const results = await Promise.allSettled([
      book([entry('werkgroepen', 111)], { seen }),
      book([entry('werkgroepen', 222)], { seen }),
    ]);
    expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const lost = results.find((result) => result.status === 'rejected')!.reason;
    expect(lost).toMatchObject({ code: 'realisation.changed-since', params: { number: seen + 1 } });
  });

  test('the very first booking of a year by two at once makes one report', async () => {
    const at = { year: 2024, seen: 0 };
    const results = await Promise.allSettled([
      book([entry('werkgroepen', 111)], at),
      book([entry('werkgroepen', 222)], at),
    ]);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });

  test('confirms exactly what was previewed, and refuses anything else', async () => {
    const entries = [entry('werkgroepen', 333)];
    const { preview } = await work(controller, (tx) =>
      previewReport(tx, controller, { ...address, entries, locate, provisional: false, now: new Date() }),
    );
    const changed = await refusal(book([entry('werkgroepen', 334)], { hash: preview.hash }));
    expect(changed).toMatchObject({ code: 'realisation.changed-since' });
    await book(entries, { hash: preview.hash });
    expect(await refusal(book(entries))).toMatchObject({ code: 'realisation.nothing-new' });
  });

  test('interim figures are marked as provisional, and final ones replace them', async () => {
    await book([entry('werkgroepen', 333)], { provisional: true, note: 'Stand mei' });
    const interim = await work(controller, (tx) => getReport(tx, controller, address, new Date()));
    expect(interim.versions[0]).toMatchObject({ provisional: true, note: 'Stand mei' });
    await book([entry('werkgroepen', 333)]);
    const final = await work(controller, (tx) => getReport(tx, controller, address, new Date()));
    expect(final.versions[0]).toMatchObject({ provisional: false });
  });

  test('stays submitted while the scheme asks for decisions first', async () => {
    const file = spendingInstitution('eerst');
    file.schemes![0]!.documentKinds!.find((kind) => kind.code === 'financieel-verslag')!.rights = [
      {
        ...{ bodyKind: 'faculty-council', bodyAt: 'unit', kind: 'approval', prior: true },
        ...{ termDays: 28, basis: 'test', certainty: 'text' },
      },
    ];
    const strict = await (await loadInstitution(watched.db, file)).actor('controller-recht');
    expect(await book([entry('werkgroepen', 5)], {}, strict)).toMatchObject({ status: 'submitted' });
    const report = await work(strict, (tx) => getReport(tx, strict, address, new Date()));
    expect(report.lines).toEqual([]);
    expect(report.versions).toMatchObject([{ number: 1, status: 'submitted', inForce: false }]);
  });
});

describe('refused', () => {
  test('without the right for this unit', async () => {
    for (const login of ['lezer', 'schrijver-recht', 'lid-fr-recht']) {
      const error = await refusal(book([entry('werkgroepen', 1)], {}, await place.actor(login)));
      expect(error).toMatchObject({ code: 'forbidden', status: 403 });
    }
    const elsewhere = await refusal(book([entry('werkgroepen', 1)], { unit: 'beta' }));
    expect(elsewhere).toMatchObject({ code: 'forbidden' });
  });

  test('of another institution: it does not exist', async () => {
    const stranger = await other.actor('controller');
    const error = await refusal(
      inInstitution(watched.db, place.institutionId, (tx) => getReport(tx, stranger, address, new Date())),
    );
    expect(error).toBeInstanceOf(Missing);
  });

  test('an unknown scheme or unit, and a year outside the scheme', async () => {
    for (const change of [{ scheme: 'geen' }, { unit: 'geen' }, { year: 2021 }]) {
      expect(await refusal(book([entry('werkgroepen', 1)], change))).toBeInstanceOf(Missing);
    }
  });

  test('everything that is wrong, at once, and nothing is booked', async () => {
    const before = await spent(2024);
    const error = await refusal(
      book(
        [
          entry('adviseurs', 1),
          entry('gasten', 1),
          entry('bestaat-niet', 1),
          entry('werkgroepen', 1, { unit: 'beta' }),
          entry('werkgroepen', 1, { unit: 'nergens' }),
          entry('werkgroepen', 1, { fund: 'prive' }),
          entry('werkgroepen', 1, { year: 2019 }),
          entry('werkgroepen', 1, { year: 2023 }),
          entry('werkgroepen', null),
          entry('', 1),
          entry('werkgroepen', 1),
          entry('Kleinere werkgroepen', 2),
          entry('werkgroepen', 1, { theme: 'T2' }),
          entry('', 1, { theme: 'T9' }),
          entry('werkgroepen', 1, { component: 'open', mark: 'pm' }),
        ],
        { year: 2024 },
      ),
    );
    expect((error as InvalidInput).errors.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'lines.0.measure realisation.measure-ended',
      'lines.1.measure realisation.measure-period',
      'lines.2.measure realisation.unknown-measure',
      'lines.3.unit realisation.unit-mandate',
      'lines.4.unit realisation.unknown-unit',
      'lines.5.fund realisation.unknown-fund',
      'lines.6.year realisation.year-outside',
      'lines.7.year realisation.year-other',
      'lines.8.cents realisation.no-amount',
      'lines.9.measure realisation.no-measure',
      'lines.11.measure realisation.twice',
      'lines.12.theme realisation.theme-differs',
      'lines.13.theme realisation.unknown-theme',
      'lines.14.cents realisation.pm-beside',
    ]);
    expect(await spent(2024)).toEqual(before);
  });

  test('a unit that has a report of its own is named as such for who may book there', async () => {
    const central = await place.actor('controller');
    const error = await refusal(book([entry('werkgroepen', 1, { unit: 'beta' })], {}, central));
    expect(error).toMatchObject({ errors: [{ code: 'realisation.unit-other' }] });
  });
});

test('checks: over budget, on an excluded theme, without a budget', async () => {
  const entries = [
    entry('werkgroepen', 10_000_001),
    entry('', 500, { theme: 'Gebouwen', fund: 'kwaliteit' }),
    entry('gasten', 700, { component: 'diners', costKind: 'catering', fund: 'npo' }),
  ];
  const { preview } = await work(controller, (tx) =>
    previewReport(tx, controller, { ...address, entries, locate, provisional: false, now: new Date() }),
  );
  expect(preview.checks.map(({ code, params }) => [code, params.spent])).toEqual([
    ['over-budget', 10_000_001],
    ['excluded', 500],
    ['without-budget', 700],
  ]);
});

test('a file is read, matched and booked whole; a bad row keeps all of it out', async () => {
  const csv = (amount: string) =>
    Buffer.from(
      `Eenheid;Maatregel;Bedrag;FTE\nrecht;werkgroepen;${amount};\nNergens;Adviseurs;${amount === 'veel' ? 'x' : '39.000,00'};0,45\n`,
    );
  const bad = await readUploadFile(csv('veel'), { file: 'verslag.csv' });
  const error = await refusal(book(bad.entries, { year: 2023, errors: bad.errors, locate: bad.locate }));
  expect((error as InvalidInput).errors.map(({ path, code }) => ({ path, code }))).toEqual([
    { path: 'row 2, column Bedrag (C)', code: 'realisation.not-a-number' },
    { path: 'row 3, column Bedrag (C)', code: 'realisation.not-a-number' },
    { path: 'row 3, column Eenheid (A)', code: 'realisation.unknown-unit' },
  ]);
  expect(error).toBeInstanceOf(InvalidInput);
  expect(await spent(2023)).toEqual({ werkgroepen: 100 });
  const good = await readUploadFile(
    Buffer.from(String(csv('98.765,43')).replace('Nergens;', 'Faculteit Recht;')),
    {
      file: 'verslag.csv',
    },
  );
  await book(good.entries, { year: 2023, errors: good.errors, locate: good.locate });
  expect(await spent(2023)).toEqual({ werkgroepen: 9_876_543, adviseurs: 3_900_000 });
});

// the last: a year is not opened again
test('in a year whose books are all closed wants a reason, by hand and by file, and keeps it', async () => {
  const year = 2023;
  const central = await place.actor('controller');
  const close = (period: string) =>
    work(central, (tx) =>
      closePeriod(tx, central, { scheme: 'ka', period, note: '', now: new Date('2024-02-01') }),
    );
  for (const quarter of ['2023-Q1', '2023-Q2', '2023-Q3']) await close(quarter);
  await book([entry('werkgroepen', 8_000_000)], { year }); // December is open
  for (const month of ['2023-10', '2023-11', '2023-12']) await close(month);
  const silent = await refusal(book([entry('werkgroepen', 8_100_000)], { year }));
  expect(silent).toMatchObject({ errors: [{ path: 'note', code: 'realisation.closed-year' }] });
  const told = await book([entry('werkgroepen', 8_100_000)], {
    year,
    note: 'Factuur bij het verkeerde jaar',
  });
  expect(told).toMatchObject({ status: 'adopted' });
  const report = await work(controller, (tx) => getReport(tx, controller, { ...address, year }, new Date()));
  expect(report.versions[0]).toMatchObject({ number: told.version, note: 'Factuur bij het verkeerde jaar' });
});
