import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  closingBlockers,
  makesCycle,
  type Placement,
  shared,
  successionFault,
  type Unit,
  unitTree,
} from './organisation.ts';

const unit = (unitId: string, from: string | null = null, through: string | null = null): Unit => ({
  unitId,
  code: unitId,
  kind: 'faculty',
  nameNl: unitId,
  nameEn: unitId,
  sort: 0,
  revision: 1,
  from,
  through,
});
const under = (
  unitId: string,
  parentId: string,
  from: string | null = null,
  through: string | null = null,
): Placement => ({ placementId: `${unitId}${from}`, unitId, parentId, from, through });

describe('the tree at a date', () => {
  const units = [unit('root'), unit('a'), unit('b', null, '2020-12-31'), unit('a1')];
  const placements = [
    under('a', 'root'),
    under('b', 'root', null, '2020-12-31'),
    under('a1', 'b', null, '2019-12-31'),
    under('a1', 'a', '2020-01-01'),
  ];
  const shape = (date: string) =>
    unitTree(units, placements, date).map((one) => `${' '.repeat(one.depth)}${one.code}`);

  test('shows a unit where it hung then, and closed units only until their last day', () => {
    expect(shape('2019-12-31')).toEqual(['root', ' a', ' b', '  a1']);
    expect(shape('2020-01-01')).toEqual(['root', ' a', '  a1', ' b']);
    expect(shape('2021-01-01')).toEqual(['root', ' a', '  a1']);
  });

  test('keeps every unit that exists, whatever hangs where', () => {
    const placement = fc.record({ child: fc.nat(7), parent: fc.nat(7) });
    fc.assert(
      fc.property(fc.array(placement, { maxLength: 12 }), (drawn) => {
        const all = Array.from({ length: 8 }, (_, index) => unit(`u${index}`));
        const placed: Placement[] = [];
        for (const { child, parent } of drawn) {
          if (placed.some((one) => one.unitId === `u${child}`)) continue;
          if (makesCycle(placed, `u${child}`, `u${parent}`, { from: null, through: null })) continue;
          placed.push(under(`u${child}`, `u${parent}`));
        }
        const tree = unitTree(all, placed, '2024-01-01');
        expect(tree).toHaveLength(8);
        const place = new Map(tree.map((one, index) => [one.unitId, index]));
        for (const one of tree) {
          if (one.parentId) expect(place.get(one.parentId)!).toBeLessThan(place.get(one.unitId)!);
        }
      }),
    );
  });
});

test('a cycle is seen only where the days of the whole path meet', () => {
  const placements = [under('b', 'a', '2020-01-01', '2020-12-31')];
  expect(makesCycle(placements, 'a', 'b', { from: '2020-06-01', through: null })).toBe(true);
  expect(makesCycle(placements, 'a', 'b', { from: '2021-01-01', through: null })).toBe(false);
  expect(makesCycle([], 'a', 'a', { from: null, through: null })).toBe(true);
});

test('shared days are the same whichever comes first', () => {
  const day = fc.option(fc.constantFrom('2019-01-01', '2020-01-01', '2021-01-01'), { nil: null });
  const validity = fc.record({ from: day, through: day });
  fc.assert(
    fc.property(validity, validity, (a, b) => {
      expect(shared(a, b)).toEqual(shared(b, a));
    }),
  );
});

test('closing names each child and body that would go on, and no others', () => {
  const children = [
    { name: 'X', through: null },
    { name: 'Y', through: '2020-06-30' },
  ];
  expect(closingBlockers(children, [{ name: 'Council', through: '2021-12-31' }], '2020-12-31')).toEqual([
    { code: 'unit.has-child', params: { name: 'X' } },
    { code: 'unit.has-body', params: { name: 'Council' } },
  ]);
});

test('a succession has the number of sides that its kind says', () => {
  expect(successionFault('merge', ['a', 'b'], ['c'])).toBeNull();
  expect(successionFault('merge', ['a'], ['c'])).toBe('succession.merge');
  expect(successionFault('split', ['a'], ['b', 'c'])).toBeNull();
  expect(successionFault('split', ['a'], ['b'])).toBe('succession.split');
  expect(successionFault('rename', ['a'], ['b'])).toBeNull();
  expect(successionFault('rename', ['a'], ['a'])).toBe('succession.same-unit');
});
