import { expect, test } from 'vitest';
import { compareBudgets, compareYears } from './comparison.ts';

const line = (measure: string, node: string, year: number, cents: number) => ({
  measure,
  node,
  year,
  cents,
  fteMilli: null,
  mark: null,
  component: '',
  unit: 'u',
  fund: 'f',
  costKind: '',
  note: '',
});
const m = (code: string, node: string) => ({ code, name: `Maatregel ${code}`, node });

test('per theme: what each version budgets, and which measure made the difference', () => {
  const before = {
    measures: [m('A', 'x'), m('B', 'x')],
    lines: [line('A', 'x', 2022, 612_00), line('B', 'x', 2022, 40_00)],
  };
  const after = {
    measures: [m('A', 'x'), m('C', 'y1')],
    lines: [line('A', 'x', 2022, 418_00), line('C', 'y1', 2022, 126_00)],
  };
  const root = (node: string) => node.slice(0, 1);
  const changes = compareBudgets(before, after, { rates: [], themes: ['x', 'y', 'z'], root });
  expect(
    changes.map(({ theme, before: was, after: is, difference }) => [theme, was, is, difference]),
  ).toEqual([
    ['x', 652_00, 418_00, -234_00],
    ['y', null, 126_00, 126_00],
  ]);
  expect(changes.flatMap((change) => change.measures.map((one) => [one.code, one.kind]))).toEqual([
    ['A', 'reduced'],
    ['B', 'stopped'],
    ['C', 'new'],
  ]);
});

test('per theme and year: before, after and difference; what is not known yet stays pm, and years sum up', () => {
  const before = [line('A', 'x', 2022, 100_00), line('A', 'x', 2023, 50_00)];
  const after = [
    line('A', 'x', 2023, 80_00),
    { ...line('B', 'y', 2023, 0), cents: null, mark: 'pm' as const },
  ];
  const ways = { rates: [], themes: ['x', 'y', 'z'], root: (node: string) => node, years: [2022, 2023] };
  const { themes, total } = compareYears(before, after, ways);
  expect(themes.map((one) => one.theme)).toEqual(['x', 'y']);
  expect(
    themes[0]!.years.map((one) => [one.year, one.before.value, one.after.value, one.difference]),
  ).toEqual([
    [2022, 100_00, null, -100_00],
    [2023, 50_00, 80_00, 30_00],
    [null, 150_00, 80_00, -70_00],
  ]);
  expect(themes[1]!.years[1]!.after.pm).toBe(true);
  expect(total.map((one) => one.difference)).toEqual([-100_00, 30_00, -70_00]);
});
