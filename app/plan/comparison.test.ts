import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareBudgets, compareWords } from './comparison.ts';

const words = fc.array(fc.constantFrom('de', 'raad', 'stemt', 'in', 'niet', 'plan.'), { maxLength: 25 });

test('what stays and comes is the new text; what stays and goes has the old words', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const pieces = compareWords(a.join(' '), b.join(' '));
      const kept = pieces.filter((piece) => piece.kind !== 'gone').map((piece) => piece.text);
      const old = pieces.filter((piece) => piece.kind !== 'new').map((piece) => piece.text);
      expect(kept.join('').trim().split(/\s+/)).toEqual(b.join(' ').trim().split(/\s+/));
      expect(old.join('').trim().split(/\s+/).filter(Boolean)).toEqual(a);
    }),
  );
});

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
