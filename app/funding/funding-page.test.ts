import { beforeAll, describe, expect, test } from 'vitest';
import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import * as fundingPage from './funding-page.tsx';
import * as letterPage from './letter-page.tsx';

const watched = watchedDatabase();
let own: LoadedInstitution;

beforeAll(async () => {
  own = await loadInstitution(watched.db, smallInstitution());
});

async function post(login: string, query: string, fields: Record<string, string | File>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const actor = await own.actor(login);
  const args = {
    db: watched.db,
    actor,
    path: `/schemes/ka/funding/letter${query}`,
    params: { scheme: 'ka' },
    form,
  };
  return letterPage.action(pageArgs(args)).catch((thrown: unknown) => thrown);
}

async function show() {
  const actor = await own.actor('lezer');
  watched.forget();
  return fundingPage.loader(
    pageArgs({ db: watched.db, actor, path: '/schemes/ka/funding', params: { scheme: 'ka' } }),
  );
}

const letter = {
  kind: 'bekostiging',
  code: 'brief',
  title: 'Bekostigingsbrief',
  from: '2021-10-01',
  'amount.kwaliteit.2022': '17.259.000,00',
  'provisional.kwaliteit.2022': 'on',
};

describe('the funding page and its form', () => {
  test('[000-1] [000-67] a letter typed in Dutch, with its file, stands on the page', async () => {
    const brief = new File(['%PDF-1.7 brief'], 'brief.pdf', { type: 'application/pdf' });
    expect(await post('controller', '?kind=bekostiging', { ...letter, files: brief })).toMatchObject({
      status: 302,
    });
    const { funding } = await show();
    expect(funding.rows.find((row) => row.fund === 'kwaliteit' && row.year === 2022)).toMatchObject({
      granted: 1_725_900_000,
      final: null,
    });
    expect(funding.documents[0]?.versions[0]?.files).toMatchObject([{ name: 'brief.pdf', bytes: 14 }]);
  });

  test('an ambiguous amount is asked at its field; what was typed comes back and nothing is stored', async () => {
    const typed = { document: 'brief', seen: '1', from: '2022-09-15', 'amount.kwaliteit.2022': '1.234' };
    const answer = await post('controller', '?document=brief', typed);
    expect(answer).toMatchObject({
      problem: { errors: [{ path: 'amount.kwaliteit.2022', code: 'amount.ambiguous' }] },
      typed,
    });
    expect((await show()).funding.documents[0]?.versions).toHaveLength(1);
  });

  test('who may not, and a file that is too large, are refused as values', async () => {
    expect(await post('lezer', '', letter)).toMatchObject({ problem: { code: 'forbidden' } });
    const large = new File([new Uint8Array(11_000_000)], 'groot.pdf', { type: 'application/pdf' });
    expect(await post('controller', '', { ...letter, files: large })).toMatchObject({
      problem: { errors: [{ path: 'files', code: 'funding.files-too-large' }] },
    });
  });

  test('two record a letter on one document: the second sees both amounts and keeps what it chooses', async () => {
    const [a, b] = ['amount.kwaliteit.2022', 'amount.kwaliteit.2023'];
    const drawn = { document: 'brief', seen: '1', stood: JSON.stringify({ [a]: '17.259.000,00' }) };
    const first = { ...drawn, from: '2022-01-15', [a]: '17.300.000,00', [b]: '18.000.000,00' };
    expect(await post('controller', '?document=brief', first)).toMatchObject({ status: 302 });
    const mine = { ...drawn, from: '2022-02-15', [a]: '17.400.000,00', [b]: '18.500.000,00' };
    const late = await post('controller', '?document=brief', mine);
    expect(late).toMatchObject({ problem: { code: 'conflict', params: { number: 2 } }, typed: mine });
    const chosen = {
      ...mine,
      ...{ seen: '2', stood: JSON.stringify({ [a]: '17.300.000,00', [b]: '18.000.000,00' }) },
      ...{ [`resolve:${a}`]: 'mine', [`resolve:${b}`]: 'theirs' },
    };
    expect(await post('controller', '?document=brief', chosen)).toMatchObject({ status: 302 });
    const last = (await show()).funding.documents[0]?.versions.at(-1);
    expect(last).toMatchObject({ number: 3 });
    expect(last?.lines.map(({ year, cents }) => [year, cents])).toEqual([
      [2022, 1_740_000_000],
      [2023, 1_800_000_000],
    ]);
  });

  test('[000-79] [002-18] pm, a provisional amount and a memo of a letter stand on the page, and no total counts a memo', async () => {
    const marks = {
      ...{ document: 'brief', from: '2023-01-15', 'amount.kwaliteit.2022': '17.400.000,00' },
      ...{ 'amount.kwaliteit.2023': 'pm', 'amount.kwaliteit.2024': '20.568.000,00*' },
      ...{ 'amount.npo.2022': '1.000.000,00', 'memo.npo.2022': 'on' },
    };
    expect(await post('controller', '?document=brief', marks)).toMatchObject({ status: 302 });
    const { rows } = (await show()).funding;
    const row = (fund: string, year: number) => rows.find((one) => one.fund === fund && one.year === year);
    expect(row('kwaliteit', 2023)).toMatchObject({ granted: null, pm: ['granted'], difference: null });
    expect(row('kwaliteit', 2024)).toMatchObject({ provisional: 2_056_800_000, final: null, pm: [] });
    expect(row('npo', 2022)).toMatchObject({ granted: null, memos: [{ cents: 100_000_000 }] });
    // a field left empty would let pm vanish
    const gone = { ...marks, from: '2023-02-15', 'amount.kwaliteit.2023': '' };
    expect(await post('controller', '?document=brief', gone)).toMatchObject({
      problem: { errors: [{ path: 'amount.kwaliteit.2023', code: 'funding.pm-removed' }] },
    });
  });

  test('the page asks the same three statements (and three of its transaction), however many letters there are', async () => {
    await show();
    const few = watched.statements;
    for (const from of ['2023-09-15', '2023-10-15']) {
      const years = [2022, 2023, 2024].map((year) => [`amount.kwaliteit.${year}`, '18.000.000,00']);
      const amounts = { ...Object.fromEntries(years), 'amount.npo.2022': '1,00' };
      await post('controller', '', { document: 'brief', from, ...amounts });
    }
    expect((await show()).funding.documents[0]?.versions).toHaveLength(6);
    expect([few, watched.statements]).toEqual([6, 6]);
  });
});
