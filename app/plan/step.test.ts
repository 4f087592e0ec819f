import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareSteps, roads, type Step } from './step.ts';

const step = (code: string, over: Partial<Step> = {}): Step => ({
  code,
  kind: 'phase',
  unit: null,
  firstYear: 2019,
  lastYear: 2019,
  due: '',
  text: code,
  comparator: null,
  targetMilli: null,
  targetUnit: '',
  revision: 1,
  ...over,
});
const period = { firstYear: 2019, lastYear: 2024 };
const road = (steps: Step[]) => roads([{ code: 'm', name: 'M', steps }], period)[0]!;

describe('roads', () => {
  test('design, pilots and a fixed offer follow each other in one lane', () => {
    const drawn = road([
      step('a'),
      step('b', { firstYear: 2020, lastYear: 2021 }),
      step('c', { firstYear: 2022, lastYear: 2024 }),
    ]);
    expect(drawn.lanes).toBe(1);
    expect(drawn.bars.map(({ from, to }) => [from, to])).toEqual([
      [0, 1667],
      [1667, 5000],
      [5000, 10000],
    ]);
  });

  test('a choice without a year is no part of the picture, and keeps its number out of the others', () => {
    const drawn = road([step('x', { kind: 'choice', firstYear: null, lastYear: null }), step('a')]);
    expect(drawn.bars.map((bar) => bar.number)).toEqual([2]);
    expect(
      roads(
        [{ code: 'm', name: 'M', steps: [step('x', { kind: 'choice', firstYear: null, lastYear: null })] }],
        period,
      ),
    ).toEqual([]);
  });

  test('marks of one year stand two by two within it', () => {
    const drawn = road(['a', 'b', 'c'].map((code) => step(code, { kind: 'milestone' })));
    expect(drawn.marks.map(({ at, row }) => [at, row])).toEqual([
      [417, 0],
      [1250, 0],
      [834, 1],
    ]);
    expect([drawn.lanes, drawn.markRows]).toEqual([0, 2]);
  });

  const anyStep = fc
    .record({
      kind: fc.constantFrom('milestone', 'phase', 'deliverable', 'choice'),
      first: fc.integer({ min: 2010, max: 2030 }),
      length: fc.integer({ min: 0, max: 8 }),
    })
    .map(({ kind, first, length }) => ({ kind, firstYear: first, lastYear: first + length }));

  test('no two bars of a lane overlap, and everything stays within the picture', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 1, maxLength: 12 }), (made) => {
        const drawn = road(made.map((one, i) => step(`s${i}`, one as Partial<Step>)));
        for (const bar of drawn.bars) {
          expect(bar.from).toBeGreaterThanOrEqual(0);
          expect(bar.to).toBeLessThanOrEqual(10_000);
          const rivals = drawn.bars.filter((other) => other !== bar && other.lane === bar.lane);
          expect(rivals.every((other) => other.to <= bar.from || other.from >= bar.to)).toBe(true);
        }
        expect(drawn.marks.every((mark) => mark.at > 0 && mark.at < 10_000)).toBe(true);
      }),
    );
  });
});

test('comparing tells what came, went and changed, whatever was saved again', () => {
  const before = [step('a'), step('b'), step('c')];
  const after = [step('a', { revision: 7 }), step('c', { text: 'Anders' }), step('d')];
  expect(compareSteps(before, after).map(({ code, kind }) => `${code} ${kind}`)).toEqual([
    'c changed',
    'd new',
    'b gone',
  ]);
});
