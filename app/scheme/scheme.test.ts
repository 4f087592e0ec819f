import { expect, test } from 'vitest';
import { canSettle, schemeState, sortDate, yearsOutside } from './scheme.ts';

test('a date as the source gives it is ordered by its first day', () => {
  expect(['2018-12', '2019', '2019-06-11'].map(sortDate)).toEqual(['2018-12-01', '2019-01-01', '2019-06-11']);
});

test('years of use outside a period are named once, in order', () => {
  expect(yearsOutside([2024, 2018, 2019, 2018], 2019, 2023)).toEqual([2018, 2024]);
  expect(yearsOutside([2019, 2023], 2019, 2023)).toEqual([]);
});

test('only what was planned can still happen, move or be cancelled', () => {
  expect((['planned', 'happened', 'moved', 'cancelled'] as const).filter(canSettle)).toEqual(['planned']);
});

test('a scheme runs in its first and in its last year', () => {
  const scheme = { firstYear: 2019, lastYear: 2024 };
  expect([2018, 2019, 2024, 2025].map((year) => schemeState(scheme, year))).toEqual([
    'ahead',
    'running',
    'running',
    'ended',
  ]);
});
