import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChangeLinks, changeKinds, contradiction, reversed, shapeProblems } from './change.ts';
import { checkFactor, readFactor } from './factor.ts';

describe('words of magnitude', () => {
  test.each([
    ['verdubbeld', 'exactly', 2000],
    ['Verviervoudigd', 'exactly', 4000],
    ['doubled', 'exactly', 2000],
    ['ongeveer gehalveerd', 'about', 500],
    ['x4', 'exactly', 4000],
    ['2,5 keer', 'exactly', 2500],
    ['> 10 %', 'more-than', 1100],
    ['>10%', 'more-than', 1100],
    ['+12,5 %', 'exactly', 1125],
    ['20 procent minder', 'exactly', 800],
    ['ten minste 3x', 'at-least', 3000],
  ])('%s', (text, comparison, milli) => {
    expect(readFactor(text)).toEqual({ comparison, milli });
  });

  test('what names no ratio stays words; a percentage of a reduction is less', () => {
    for (const text of ['bescheiden', 'minimaal', '', '10', '€ 500', '120 % minder']) {
      expect(readFactor(text)).toBeNull();
    }
    expect(readFactor('10 %', true)).toEqual({ comparison: 'exactly', milli: 900 });
  });

  test('a stated figure counts with one digit more than it says', () => {
    const twice = readFactor('x2')!;
    expect(checkFactor(twice, 100_00, 204_00)).toEqual({ state: 'agrees', milli: 2040 });
    expect(checkFactor(twice, 100_00, 206_00).state).toBe('differs');
    expect(checkFactor(readFactor('ongeveer x2')!, 100_00, 240_00).state).toBe('agrees');
    expect(checkFactor(readFactor('> 10 %')!, 100_00, 110_00).state).toBe('differs');
    for (const before of [null, 0]) {
      expect(checkFactor(twice, before, 5)).toEqual({ state: 'unknown', milli: null });
    }
  });
});

const link = (over: Partial<ChangeLinks>): ChangeLinks => ({
  ...{ code: 'C1', kind: 'kept', before: [], after: [], from: null, to: null, cents: null },
  ...over,
});

describe('changes', () => {
  test('told backwards twice a change is itself', () => {
    const themes = fc.constantFrom('T1', 'T2', null);
    const codes = fc.array(fc.constantFrom('a', 'b'));
    const parts = {
      kind: fc.constantFrom(...changeKinds),
      before: codes,
      after: codes,
      from: themes,
      to: themes,
    };
    fc.assert(
      fc.property(fc.record(parts), (one) => {
        expect(reversed(reversed(link(one)))).toEqual(link(one));
      }),
    );
  });

  test('each kind says which measures it links, or in words what it is about', () => {
    const problems = (over: Partial<ChangeLinks>, subject = '') =>
      shapeProblems({ ...link(over), subject }).map((one) => one.code);
    expect(problems({ kind: 'new', before: ['a'], after: ['b'] })).toEqual(['change.no-before']);
    expect(problems({ kind: 'split', before: ['a'], after: ['b'] })).toEqual(['change.needs-several-after']);
    expect(problems({ kind: 'stopped' })).toEqual(['change.needs-subject']);
    expect(problems({ kind: 'reclassified', from: 'T1', to: 'T1' }, 'x')).toEqual(['change.same-theme']);
    expect(problems({ kind: 'kept' }, 'Matching')).toEqual([]);
  });

  test('two changes may not say that a measure both stopped and went on', () => {
    const stop = link({ code: 'C2', kind: 'stopped', before: ['a'] });
    expect(contradiction(link({ before: ['a'], after: ['a'] }), [stop])).toEqual({
      measure: 'a',
      code: 'C2',
    });
    expect(contradiction(link({ kind: 'extended', before: ['a'], after: ['a'] }), [stop])).toBeNull();
  });
});
