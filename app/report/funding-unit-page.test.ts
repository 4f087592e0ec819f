import { beforeAll, describe, expect, test } from 'vitest';
import { loader as fundingLoader } from '#app/funding/funding-page.tsx';
import { loader as letterLoader, action as record } from '#app/funding/letter-page.tsx';
import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { loader as fileLoader } from './funding-unit-export.ts';
import { loader } from './funding-unit-page.tsx';

const watched = watchedDatabase('twente');
let place: LoadedInstitution;
let twente: LoadedInstitution;
beforeAll(async () => {
  const file = smallInstitution();
  file.schemes![0]!.documentKinds!.push({
    ...{ code: 'raming', nameNl: 'Raming per faculteit', nameEn: 'Estimate per faculty' },
    ...{ stage: 'expected', unitKinds: ['faculty'] },
  });
  place = await loadInstitution(watched.db, file);
  twente = await loadInstitution(watched.db, 'twente');
});

type Sent = { path?: string; params?: Record<string, string>; form?: Record<string, string> };
async function at(login: string, { path = '/x', params, form }: Sent = {}, where = place) {
  const actor = await where.actor(login);
  const scheme = where === place ? 'ka' : 'ka-2019-2024';
  watched.forget();
  return pageArgs({
    db: watched.db,
    actor,
    path,
    params: { scheme, ...params },
    ...(form && { form }),
  }) as never;
}

/** The estimate of one faculty, as its form is sent. */
const estimate = (unit: string, amounts: Record<string, string>) => ({
  ...{
    kind: 'raming',
    unit,
    code: `raming-${unit}`,
    title: `Raming ${unit}`,
    from: '2021-11-01',
    ...amounts,
  },
});
const lines = (tables: Awaited<ReturnType<typeof loader>>['tables']) =>
  tables.map((table) => table.rows.map((row) => [row.label, ...row.cells.map((cell) => cell.text)]));

describe('an estimate of the budget of each faculty', () => {
  test('[004-16] is typed faculty by faculty, pm with its reason, read as one table and taken along as a file', async () => {
    const page = await letterLoader(await at('controller', { path: '/x?kind=raming&unit=beta' }));
    expect(page).toMatchObject({
      unit: { code: 'beta' },
      kind: { units: [{ code: 'recht' }, { code: 'beta' }] },
    });
    const law = estimate('recht', {
      'amount.kwaliteit.2022': '100000',
      'amount.kwaliteit.2023': '120000*',
      'amount.kwaliteit.2024': '140000',
    });
    await expect(record(await at('controller', { form: law }))).rejects.toMatchObject({ status: 302 });
    const science = estimate('beta', {
      'amount.kwaliteit.2022': '80000',
      'amount.kwaliteit.2023': 'pm',
      'note.kwaliteit.2023': 'Wacht op de tellingen.',
    });
    await expect(record(await at('controller', { form: science }))).rejects.toMatchObject({ status: 302 });

    const read = await loader(await at('lezer'));
    expect(watched.queries).toBe(2);
    expect(lines(read.tables)).toEqual([
      [
        ['Faculty of Law', '100,000', '120,000*', '140,000', '360,000*'],
        ['Faculty of Science', '80,000', 'pm', '', '80,000 + pm'],
        ['Total', '180,000', '120,000* + pm', '140,000', '440,000* + pm'],
      ],
    ]);
    const file = await fileLoader(await at('lezer', { params: { format: 'html' } }));
    const text = await (file as unknown as Response).text();
    expect(text).toContain('Faculty of Law');
    expect(text).toContain('Wacht op de tellingen.');
  });

  test('renews as the faculty’s own; nobody estimates for a unit of another kind, or without the right', async () => {
    const renewed = {
      ...{ document: 'raming-beta', seen: '1', from: '2021-12-01', 'amount.kwaliteit.2022': '80000' },
      ...{ 'amount.kwaliteit.2023': '90000' },
    };
    await expect(record(await at('controller', { form: renewed }))).rejects.toMatchObject({ status: 302 });
    expect(lines((await loader(await at('lezer'))).tables)[0]![1]).toEqual([
      ...['Faculty of Science', '80,000', '90,000', '', '170,000'],
    ]);
    const nowhere = { ...estimate('klein', { 'amount.kwaliteit.2022': '1' }), code: 'elders' };
    expect(await record(await at('controller', { form: nowhere }))).toMatchObject({
      problem: { errors: [{ path: 'unit', code: 'funding.kind-without-unit' }] },
    });
    expect(await record(await at('lezer', { form: estimate('recht', {}) }))).toMatchObject({
      problem: { code: 'forbidden' },
    });
  });

  test('[004-16] beside the framework of the whole it is refused, in words, until one of them is a memo', async () => {
    const kind = { kind: 'kadernota', code: 'kader', title: 'Kader', from: '2021-11-01' };
    const whole = { ...kind, 'amount.kwaliteit.2022': '500000', 'amount.kwaliteit.2024': 'pm' };
    const refused = await record(await at('controller', { form: whole }));
    expect(refused).toMatchObject({
      problem: {
        errors: [
          {
            path: 'amount.kwaliteit.2022',
            code: 'funding.said-twice',
            params: { side: 'parts', titles: 'Raming recht, Raming beta', cents: 18_000_000 },
          },
          { path: 'amount.kwaliteit.2024', code: 'funding.said-twice' },
        ],
      },
    });
    const memo = { ...whole, 'memo.kwaliteit.2022': 'on', 'memo.kwaliteit.2024': 'on' };
    await expect(record(await at('controller', { form: memo }))).rejects.toMatchObject({ status: 302 });
    const { funding } = await fundingLoader(await at('lezer'));
    const row = funding.rows.find((one) => one.fund === 'kwaliteit' && one.year === 2022);
    expect(row).toMatchObject({ expected: 18_000_000, memos: [{ cents: 50_000_000 }] });
    // and the other way round: the framework counts again, so a new estimate of a part does not
    const law = { document: 'raming-recht', seen: '1', from: '2021-12-01' };
    const renewal = { document: 'kader', seen: '1', from: '2021-12-01', 'amount.npo.2022': '10000' };
    await expect(record(await at('controller', { form: { ...memo, ...renewal } }))).rejects.toMatchObject({
      status: 302,
    });
    expect(
      await record(
        await at('controller', {
          form: {
            ...law,
            'amount.kwaliteit.2022': '100000',
            'amount.kwaliteit.2023': '120000*',
            'amount.kwaliteit.2024': '140000',
            'amount.npo.2022': '5000',
          },
        }),
      ),
    ).toMatchObject({
      problem: {
        errors: [
          {
            path: 'amount.npo.2022',
            code: 'funding.said-twice',
            params: { side: 'whole', titles: 'Kader', cents: 1_000_000 },
          },
        ],
      },
    });
  });

  test('[004-16] Twente’s stands there for 2019 to 2022 as pm, with why, because its figure was lost', async () => {
    const { tables } = await loader(await at('lezer', {}, twente));
    expect(tables[0]!.columns.map((one) => one.column.label)).toEqual([
      '2019',
      '2020',
      '2021',
      '2022',
      'Totaal',
    ]);
    expect(lines(tables)[0]![0]!.slice(1)).toEqual(['pm', 'pm', 'pm', 'pm', 'pm']);
    expect(JSON.stringify(tables[0]!.footnotes)).toContain('verloren');
    const { funding } = await fundingLoader(await at('lezer', {}, twente));
    expect(funding.rows.filter((row) => row.pm.length > 0)).toHaveLength(4);
  });
});
