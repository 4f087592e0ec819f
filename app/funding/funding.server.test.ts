import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstBrokenEntry } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { type Db, inInstitution, openDb, type Tx } from '#app/kernel/db.server.ts';
import { InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { getMoney, momentOf } from '#app/ledger/money.server.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { getLetterFile } from './attachment.server.ts';
import { letterInput } from './funding.input.ts';
import { getFunding } from './funding.server.ts';
import { changesOf } from './funding.ts';
import { recordLetter } from './letter.server.ts';

let database: FreshDatabase;
let db: Db;
let own: LoadedInstitution;
let other: LoadedInstitution;
let controller: Actor;

beforeAll(async () => {
  database = await freshDatabase();
  db = openDb(database.app);
  own = await loadInstitution(db, smallInstitution('eigen'));
  other = await loadInstitution(db, smallInstitution('ander'));
  controller = await own.actor('controller');
});
afterAll(async () => {
  await db.destroy();
  await database.close();
});

function as<T>(actor: Actor, work: (tx: Tx, actor: Actor) => Promise<T>): Promise<T> {
  return inInstitution(db, actor.institutionId, (tx) => work(tx, actor));
}

type Raw = Parameters<typeof letterInput.parse>[0] & object;
const letter = (actor: Actor, input: Raw) =>
  as(actor, (tx, me) => recordLetter(tx, me, { ...letterInput.parse(input), scheme: 'ka' }));
const funding = (actor: Actor, asOf?: string) =>
  as(actor, (tx, me) => getFunding(tx, me, { scheme: 'ka', asOf }));

async function refusal(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Rejection) return error.code;
      if (error instanceof Missing) return `missing ${error.what}`;
      if (error instanceof InvalidInput) return error.errors.map((one) => `${one.path} ${one.code}`);
      throw error;
    },
  );
}

const memorandum = {
  kind: 'kadernota',
  code: 'kadernota-2022',
  title: 'Kadernota 2022',
  from: '2021-06-01',
  source: 'CvB 2021/112',
  amounts: [
    { fund: 'kwaliteit', year: 2022, cents: 1_662_800_00 },
    { fund: 'kwaliteit', year: 2023, cents: 1_755_700_00 },
  ],
};
const provisional = {
  kind: 'bekostiging',
  code: 'rijksbijdrage',
  title: 'Rijksbijdragebrief',
  from: '2021-10-01',
  amounts: [
    { fund: 'kwaliteit', year: 2022, cents: 1_700_000_00, provisional: true },
    { fund: 'npo', year: 2022, cents: 50_000_00 },
  ],
};
const final = {
  document: 'rijksbijdrage',
  from: '2022-09-15',
  note: 'Definitieve vaststelling',
  seen: 1,
  amounts: [{ fund: 'kwaliteit', year: 2022, cents: 1_725_900_00, note: 'Loonbijstelling' }],
};

describe('letters', () => {
  test('[000-67] ex ante, provisional and final stay side by side, with the difference and its reason', async () => {
    await letter(controller, memorandum);
    await letter(controller, { ...provisional, files: [pdf('brief.pdf')] });
    const before = await funding(controller);
    expect(before.rows.find((row) => row.fund === 'kwaliteit' && row.year === 2022)).toMatchObject({
      expected: 1_662_800_00,
      provisional: 1_700_000_00,
      final: null,
      difference: 37_200_00,
    });
    await letter(controller, final);
    const after = await funding(controller);
    expect(after.rows.find((row) => row.fund === 'kwaliteit' && row.year === 2022)).toMatchObject({
      expected: 1_662_800_00,
      provisional: 1_700_000_00,
      final: 1_725_900_00,
      difference: 63_100_00,
      notes: ['Loonbijstelling'],
    });
    expect(after.rows.find((row) => row.fund === 'kwaliteit' && row.year === 2024)).toMatchObject({
      expected: null,
      granted: null,
      difference: null,
    });
  });

  test('an amount that the letter does not name stays; the history says what changed', async () => {
    const { documents } = await funding(controller);
    const versions = documents.find((one) => one.code === 'rijksbijdrage')!.versions;
    expect(versions.map((one) => [one.number, one.from, one.inForce])).toEqual([
      [1, '2021-10-01', false],
      [2, '2022-09-15', true],
    ]);
    expect(changesOf(versions[0]!, versions[1]!)).toEqual([
      {
        fund: 'kwaliteit',
        year: 2022,
        before: 1_700_000_00,
        after: 1_725_900_00,
        memo: false,
        provisional: false,
        settled: true,
        note: 'Loonbijstelling',
      },
    ]);
    expect(versions[1]!.lines.find((line) => line.fund === 'npo')).toMatchObject({ cents: 50_000_00 });
  });

  test('as of a day, the letter in force then counts, on the page and in the ledger alike', async () => {
    const day = await funding(controller, '2022-01-01');
    expect(day.rows.find((row) => row.fund === 'kwaliteit' && row.year === 2022)).toMatchObject({
      granted: 1_700_000_00,
      final: null,
    });
    const rows = await as(controller, (tx) =>
      getMoney(tx, {
        schemeId: day.schemeId,
        groupBy: ['stage', 'fund', 'year'],
        asOf: momentOf('2022-01-01').at,
        stage: ['granted'],
      }),
    );
    expect(rows.map((row) => [row.fund, row.year, row.cents])).toEqual([
      ['kwaliteit', 2022, 1_700_000_00],
      ['npo', 2022, 50_000_00],
    ]);
  });

  test('a file comes back as it went in, for a reader of the institution only', async () => {
    const { documents } = await funding(controller);
    const [file] = documents.find((one) => one.code === 'rijksbijdrage')!.versions[0]!.files;
    const address = { scheme: 'ka', attachmentId: file!.attachmentId };
    const reader = await own.actor('lezer');
    const got = await as(reader, (tx, me) => getLetterFile(tx, me, address));
    expect(got.bytes.toString()).toBe('%PDF-1.7 brief');
    const stranger = await other.actor('controller');
    expect(await refusal(as(stranger, (tx, me) => getLetterFile(tx, me, address)))).toBe(
      'missing attachment',
    );
  });

  test('every write is in the audit chain', async () => {
    expect(await as(controller, (tx, me) => firstBrokenEntry(tx, me.institutionId))).toBe(null);
    const entries = await as(controller, (tx) =>
      tx.selectFrom('auditEntry').select('after').where('action', '=', 'funding.record').execute(),
    );
    expect(entries).toHaveLength(3);
  });
});

describe('refusals', () => {
  test('who has no right to funding', async () => {
    expect(await refusal(letter(await own.actor('lezer'), memorandum))).toBe('forbidden');
    expect(await refusal(letter(await own.actor('cvb'), memorandum))).toBe('forbidden');
  });

  test('another institution does not know the document', async () => {
    expect(await refusal(letter(await other.actor('controller'), final))).toBe('missing document');
    const theirs = await funding(await other.actor('controller'));
    expect(theirs.documents).toEqual([]);
  });

  test('everything that is wrong with a letter, at once', async () => {
    const amounts = [
      { fund: 'kwaliteit', year: 2031, cents: 1 },
      { fund: 'bestaat-niet', year: 2022, cents: 1 },
      { fund: 'npo', year: 2022, cents: 1 },
      { fund: 'npo', year: 2022, cents: 2 },
    ];
    expect(await refusal(letter(controller, { kind: 'plan', from: '2022-01-01', amounts }))).toEqual([
      'kind funding.kind',
      'code field.required',
      'title field.required',
      'amount.kwaliteit.2031 funding.year-outside',
      'amount.bestaat-niet.2022 funding.unknown-fund',
      'amount.npo.2022 funding.twice',
    ]);
    expect(await refusal(letter(controller, { ...final, seen: 2, from: '2022-01-01', amounts: [] }))).toEqual(
      ['from funding.earlier', 'amounts funding.no-amount'],
    );
  });

  test('a code that is taken, and files that are too large together', async () => {
    expect(await refusal(letter(controller, memorandum))).toBe('document.code-taken');
    const half = { ...pdf('groot.pdf'), base64: Buffer.alloc(6_000_000, 1).toString('base64') };
    expect(await refusal(letter(controller, { ...final, seen: 2, files: [half, half] }))).toEqual([
      'files funding.files-too-large',
    ]);
  });

  test('of two letters on the same version at once, one is told that the other came first', async () => {
    const at = (cents: number) =>
      letter(controller, {
        ...final,
        seen: 2,
        from: '2022-12-01',
        amounts: [{ fund: 'npo', year: 2023, cents }],
      });
    const ends = await Promise.all([refusal(at(1_00)), refusal(at(2_00))]);
    expect(ends.toSorted()).toEqual(['conflict', 'done']);
  });
});

function pdf(name: string) {
  return { name, mediaType: 'application/pdf', base64: Buffer.from('%PDF-1.7 brief').toString('base64') };
}
