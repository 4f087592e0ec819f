import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { inInstitution } from '#app/kernel/db.server.ts';
import { getMoney, type MoneyQuery, momentOf } from '#app/ledger/money.server.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { watchedDatabase } from '#test/watched-database.ts';

/** The tables as they were printed, beside what the ledger of the demo institution adds up to. */
async function printed<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8')) as T;
}

const watched = watchedDatabase('leiden', 'utrecht');
let leiden: LoadedInstitution;
let utrecht: LoadedInstitution;
beforeAll(async () => {
  leiden = await loadInstitution(watched.db, 'leiden');
  utrecht = await loadInstitution(watched.db, 'utrecht');
});

type Ask = Omit<MoneyQuery, 'schemeId' | 'groupBy'>;

/** One figure: the sum of what is asked, in cents and thousandths of an FTE. */
async function figure({ institutionId }: LoadedInstitution, ask: Ask) {
  const [row] = await inInstitution(watched.db, institutionId, async (tx) => {
    const schemeId = await schemeIdOf(tx, institutionId, 'ka-2019-2024');
    return getMoney(tx, { ...ask, schemeId, groupBy: [] });
  });
  return { cents: row?.cents ?? null, fteMilli: row?.fteMilli ?? null, unknown: row?.unknown ?? 0 };
}

const own = 'kwaliteitsmiddelen';
const kEur = async (ask: Ask) => {
  const { cents } = await figure(leiden, { fund: own, ...ask });
  return (cents ?? 0) / 100_000;
};

type Appendix1 = Record<string, Record<string, number | null>>;
type Appendix3 = {
  years: number[];
  groups: {
    theme: string;
    lines: { label: string; values: (number | null)[] }[];
    total: (number | null)[];
  }[];
  teachers: number[];
};

/** B columns of the years already adopted are read as the plan of 2018 had them. */
const before = momentOf('2018-12-31').at;
const after = momentOf('2021-07-01').at;
const columns = ['B2019', 'R2019', 'B2020', 'R2020', 'B2021', 'B2022', 'B2023', 'B2024'];
const themes = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6'];

function column(name: string): { asOf: Date; year: number; spent: Ask } {
  const year = Number(name.slice(1));
  const realised = name.startsWith('R');
  const asOf = !realised && year <= 2021 ? before : after;
  return { asOf, year, spent: { asOf, year, stage: [realised ? 'realised' : 'budgeted'] } };
}

describe('Leiden, appendix 1', () => {
  test('every theme, grant, framework and open amount of the ledger is the printed one', async () => {
    const { appendix1 } = await printed<{ appendix1: Appendix1 }>('leiden-printed');
    for (const name of columns) {
      const { asOf, year, spent } = column(name);
      for (const node of themes)
        expect(await kEur({ ...spent, node }), `${node} ${name}`).toBe(appendix1[node]![name]);
      const granted = await kEur({ asOf, year, stage: ['granted'] });
      expect(granted, `grant ${name}`).toBe(appendix1.income_grant![name]);
      const expected = await kEur({ asOf, year, stage: ['expected'] });
      expect(expected, `framework ${name}`).toBe(appendix1.income_kadernota![name]);
      const open = granted - (await kEur({ asOf, year, stage: ['allocated'] }));
      expect(open, `open ${name}`).toBe(appendix1.unallocated![name] ?? 0);
    }
  });

  test('the totals and results that differ from print are the known roundings, and no others', async () => {
    const { appendix1 } = await printed<{ appendix1: Appendix1 }>('leiden-printed');
    const differences: Record<string, number> = {};
    for (const name of columns) {
      const { asOf, year, spent } = column(name);
      const total = await kEur(spent);
      const result = (await kEur({ asOf, year, stage: ['allocated'] })) - total;
      if (total !== appendix1.total_costs![name])
        differences[`total ${name}`] = appendix1.total_costs![name]! - total;
      if (result !== appendix1.result![name])
        differences[`result ${name}`] = appendix1.result![name]! - result;
    }
    // the printed results follow from the printed totals, except where the third term was rounded
    expect(differences).toEqual({
      'total B2019': -1,
      'result B2019': 1,
      'total R2020': -1,
      'result R2020': 1,
      'result B2022': 1,
      'total B2023': 1,
      'result B2023': -1,
      'total B2024': 1,
    });
  });
});

describe('Leiden, appendix 3', () => {
  test('each line of the joint initiatives is the printed one; lost figures are derived or pm', async () => {
    const { appendix3 } = await printed<{ appendix3: Appendix3 }>('leiden-printed');
    const measures = ['studentenwelzijn', 'teacher-support-desk', 'docentontwikkeling'];
    const differences: Record<string, number> = {};
    for (const [g, group] of appendix3.groups.entries()) {
      for (const [y, year] of appendix3.years.entries()) {
        const lines = await linesOf(measures[g]!, year);
        for (const [l, line] of group.lines.entries()) {
          if (line.values[y] !== null) expect(lines[l], `${line.label} ${year}`).toBe(line.values[y]);
        }
        const total = await kEur({ asOf: after, measure: measures[g]!, year });
        const stated = group.total[y];
        if (stated !== null && stated !== total) differences[`${measures[g]} ${year}`] = stated! - total;
      }
    }
    expect(differences).toEqual({ 'teacher-support-desk 2022': -1, 'teacher-support-desk 2023': 1 });
  });

  /** The components of a measure in the order of the plan, in k EUR, whatever fund pays. */
  async function linesOf(measure: string, year: number): Promise<(number | null)[]> {
    const { institutionId } = leiden;
    const { rows } = await inInstitution(watched.db, institutionId, async (tx) => {
      const schemeId = await schemeIdOf(tx, institutionId, 'ka-2019-2024');
      const found = await getMoney(tx, { schemeId, groupBy: ['component'], measure, asOf: after });
      const order = await tx
        .selectFrom('ledgerLine as l')
        .innerJoin('measure as m', (on) =>
          on.onRef('m.institutionId', '=', 'l.institutionId').onRef('m.measureId', '=', 'l.measureId'),
        )
        .select(['l.component', (eb) => eb.fn.min('l.sort').as('sort')])
        .where('m.code', '=', measure)
        .groupBy('l.component')
        .orderBy('sort')
        .execute();
      const ofYear = await getMoney(tx, { schemeId, groupBy: ['component'], measure, year, asOf: after });
      expect(found).toHaveLength(order.length);
      return { rows: order.map(({ component }) => ofYear.find((one) => one.component === component)) };
    });
    return rows.map((row) => (row?.cents == null ? null : row.cents / 100_000));
  }

  test('in 2022 student guidance is paid by the other fund, the officers pro memoria', async () => {
    const ask = { asOf: after, measure: 'studentenwelzijn', year: 2022 };
    expect(await figure(leiden, { ...ask, fund: 'npo' })).toMatchObject({ cents: 15_100_000, unknown: 1 });
    expect(await figure(leiden, { ...ask, fund: own })).toMatchObject({ cents: null, unknown: 0 });
  });
});

type Table = { unit: string; rows: Record<string, number[]>; total: number[] };
type Utrecht = Record<'u1_fte' | 'u2_eur' | 'u3_fte' | 'integral_eur' | 'integral_fte', Table>;
const years = [2019, 2020, 2021, 2022, 2023, 2024];

/** What differs between a printed table and the ledger, in the printed unit: `row year` → stated minus ours. */
async function differences(
  table: Table,
  ask: Record<string, Ask>,
  total: Ask,
): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  const inFte = table.unit === 'FTE';
  const compare = async (label: string, stated: number[], one: Ask) => {
    for (const [y, year] of years.entries()) {
      const { cents, fteMilli } = await figure(utrecht, { ...one, year });
      const ours = inFte ? fteMilli! : cents!;
      const theirs = Math.round(stated[y]! * (inFte ? 1000 : 100));
      if (theirs !== ours) found[`${label} ${year}`] = theirs - ours;
    }
  };
  for (const [label, one] of Object.entries(ask)) await compare(label, table.rows[label]!, one);
  await compare('total', table.total, total);
  return found;
}

describe('Utrecht, Faculty of Medicine', () => {
  const budgeted = { stage: ['budgeted'] as const };
  const allocated = { stage: ['allocated'] as const };
  const perTheme = (ask: Ask) =>
    Object.fromEntries(['U1', 'U2', 'U3'].map((node) => [node, { ...ask, node }]));

  test('theme 1 per programme in FTE is the printed table', async () => {
    const tables = await printed<Utrecht>('utrecht-printed');
    const units = { 'GNK/SUMMA': 'gnk-summa', KGW: 'kgw', BMW: 'bmw', BMS: 'bms' };
    const ask = Object.fromEntries(Object.entries(units).map(([row, unit]) => [row, { ...budgeted, unit }]));
    expect(await differences(tables.u1_fte, ask, { ...budgeted, node: 'U1' })).toEqual({});
  });

  test('theme 2 per activity in EUR is the printed table; two totals were wrong, one rounded', async () => {
    const tables = await printed<Utrecht>('utrecht-printed');
    const measures = { time: 'tijd', tracks: 'leergangen', exchange: 'uitwisseling' };
    const ask = Object.fromEntries(
      Object.entries(measures).map(([row, measure]) => [row, { ...budgeted, measure }]),
    );
    const found = await differences(tables.u2_eur, ask, { ...budgeted, node: 'U2' });
    expect(found).toEqual({ 'total 2022': -64_800, 'total 2023': 100, 'total 2024': 28_200 });
  });

  test('theme 3 per activity in FTE is the printed table', async () => {
    const tables = await printed<Utrecht>('utrecht-printed');
    const measures = {
      intro: 'introductie',
      leadership: 'leiderschap',
      guidance: 'begeleiding',
      resilience: 'veerkracht',
      coaches: 'coaches',
    };
    const ask = Object.fromEntries(
      Object.entries(measures).map(([row, measure]) => [row, { ...budgeted, measure }]),
    );
    expect(await differences(tables.u3_fte, ask, { ...budgeted, node: 'U3' })).toEqual({});
  });

  test('the integral table follows from 3:2:1: every cell within half a euro, totals exact', async () => {
    const tables = await printed<Utrecht>('utrecht-printed');
    const found = await differences(tables.integral_eur, perTheme(allocated), allocated);
    for (const [cell, cents] of Object.entries(found)) expect(Math.abs(cents), cell).toBeLessThanOrEqual(50);
    expect(Object.keys(found).filter((cell) => cell.startsWith('total'))).toEqual([]);
  });

  test('the integral table in FTE is the printed one; two totals were rounded', async () => {
    const tables = await printed<Utrecht>('utrecht-printed');
    const found = await differences(tables.integral_fte, perTheme(allocated), allocated);
    expect(found).toEqual({ 'total 2022': -10, 'total 2023': 10 });
  });
});
