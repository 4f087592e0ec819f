import { expect, test } from 'vitest';
import { moneyQuery, readMoneyAddress } from './money-filter.ts';
import { type MoneyView, moneyTable } from './money-view.ts';
import { onExcluded } from './overview.ts';

const figure = (stage: 'budgeted' | 'realised' | 'forecast', year: number, cents: number) => ({
  ...{ stage, key: 'T1', year, cents },
  ...{ fteMilli: null, unknown: 0, masked: 0, provisional: 0 },
});
const view: MoneyView = {
  ...{ firstYear: 2025, lastYear: 2026, slice: 'node', tree: 'asOf', memos: [], funding: [] },
  keys: [{ key: 'T1', label: 'Thema 1' }],
  figures: [figure('budgeted', 2025, 900), figure('budgeted', 2026, 1000), figure('forecast', 2026, 1234)],
};

test('a forecast is a column of its own in the years that have one, and never adds to what is spent', () => {
  const table = moneyTable(
    view,
    'eur',
    (key) => key,
    (column, key) => `${column.stage} ${key}`,
  );
  expect(table.columns.map((column) => column.key)).toEqual(['B2025', 'B2026', 'P2026']);
  const total = table.rows.find((row) => row.kind === 'total')!;
  expect(total.cells).toMatchObject([{ cents: 900 }, { cents: 1000 }, { cents: 1234, href: 'forecast *' }]);
});

test('its figure has an address, which is read back', () => {
  const address = readMoneyAddress(new URLSearchParams(), '2026-01-01');
  const cell = { stage: 'forecast' as const, year: 2026, key: 'T1' };
  expect(readMoneyAddress(new URLSearchParams(moneyQuery(address, { cell })), '2026-01-01').cell).toEqual(
    cell,
  );
});

test('a forecast on a theme that the scheme leaves out is no money yet', () => {
  const keys = [{ key: 'T1', label: 'Thema 1', excluded: 'elders betaald' }];
  const figures = [figure('forecast', 2026, 1234)];
  expect(onExcluded({ ...view, keys, figures }, 'ka')).toEqual([]);
  expect(
    onExcluded({ ...view, keys, figures: [...figures, figure('realised', 2026, 5)] }, 'ka'),
  ).toMatchObject([{ params: { cents: 5 } }]);
});
