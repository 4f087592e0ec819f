import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChangeLinks, changeKinds, reversed } from './change.ts';
import { analyseShift, type Shift, type ShiftSide } from './shift.ts';
import { shiftAmounts } from './shift-amount.ts';
import { shiftParts } from './shift-part.ts';

const themes = ['T1', 'T2', 'T3'];
const at = (theme: string | null, measure: string | null, cents: number) => ({ theme, measure, cents });
const side = (...amounts: ReturnType<typeof at>[]): ShiftSide => ({
  measures: [...new Set(amounts.flatMap((one) => (one.measure === null ? [] : [one.measure])))],
  amounts,
});
const change = (kind: ChangeLinks['kind'], over: Partial<ChangeLinks> = {}): ChangeLinks => ({
  code: 'C1',
  kind,
  before: [],
  after: [],
  from: null,
  to: null,
  cents: null,
  ...over,
});
const nothing = { relabelled: 0, transferred: 0, regrouped: 0, new: 0, stopped: 0, grown: 0 };
const parts = (shift: Shift) =>
  Object.fromEntries(
    shift.themes.map((one) => [
      one.theme,
      Object.fromEntries(Object.entries(one.parts).filter(([, v]) => v !== 0)),
    ]),
  );

describe('what happened', () => {
  test('a measure under another theme is a label when the plan says so, else a transfer; growth stands apart', () => {
    const [before, after] = [
      side(at('T2', 'a', 100), at('T1', 'b', 300)),
      side(at('T1', 'a', 120), at('T1', 'b', 300)),
    ];
    const says = [change('reclassified', { before: ['a'], after: ['a'] })];
    expect(parts(analyseShift(before, after, { changes: says, themes }))).toEqual({
      T1: { relabelled: 100, grown: 20 },
      T2: { relabelled: -100 },
    });
    expect(parts(analyseShift(before, after, { changes: [], themes }))).toEqual({
      T1: { transferred: 100, grown: 20 },
      T2: { transferred: -100 },
    });
  });

  test('what is merged keeps its history over themes; more than both had is growth', () => {
    const before = side(at('T1', 'a', 100), at('T2', 'b', 50));
    const after = side(at('T2', 'c', 170));
    const changes = [change('merged', { before: ['a', 'b'], after: ['c'] })];
    expect(parts(analyseShift(before, after, { changes, themes }))).toEqual({
      T1: { regrouped: -100 },
      T2: { regrouped: 100, grown: 20 },
    });
  });

  test('regular money frees funds: used within the theme nothing shifts, elsewhere it is a transfer', () => {
    const before = side(at('T1', 'lab', 100), at('T1', 'groups', 300), at('T2', 'skills', 50));
    const says = (after: string) => [change('replaced', { before: ['lab'], after: [after] })];
    const within = side(at('T1', 'groups', 400), at('T2', 'skills', 50));
    expect(analyseShift(before, within, { changes: says('groups'), themes }).total.parts).toEqual(nothing);
    const elsewhere = side(at('T1', 'groups', 300), at('T2', 'skills', 110));
    expect(parts(analyseShift(before, elsewhere, { changes: says('skills'), themes }))).toEqual({
      T1: { transferred: -60, stopped: -40 },
      T2: { transferred: 60 },
    });
  });

  test('stopped and new by what the versions hold, or by what the plan says of a measure that runs out', () => {
    const before = side(at('T1', 'a', 100), at('T2', 'b', 80));
    const after = side(at('T2', 'b', 30), at('T3', 'c', 60));
    const changes = [change('stopped', { before: ['b'] })];
    expect(parts(analyseShift(before, after, { changes, themes }))).toEqual({
      T1: { stopped: -100 },
      T2: { stopped: -50 },
      T3: { new: 60 },
    });
  });

  test('without measures only a stated amount counts; one that is not stated is named and never guessed', () => {
    const before = side(at('T1', null, 500), at('T5', null, 100));
    const after = side(at('T1', null, 480), at('T5', null, 130));
    const moved = (cents: number | null) => [change('moved', { from: 'T1', to: 'T5', cents })];
    const told = analyseShift(before, after, { changes: moved(15), themes });
    expect(parts(told)).toEqual({ T1: { transferred: -15, grown: -5 }, T5: { transferred: 15, grown: 15 } });
    const untold = analyseShift(before, after, { changes: moved(null), themes });
    expect(parts(untold)).toEqual({ T1: { grown: -20 }, T5: { grown: 30 } });
    expect(untold.themes.map((one) => one.unstated)).toEqual([['C1'], ['C1']]);
  });

  test('shares: a label alone moves points without growth; growth in step with the whole moves none', () => {
    const before = side(at('T1', 'a', 4200), at('T2', 'b', 1800), at('T2', 'c', 4000));
    const after = side(at('T1', 'a', 4200), at('T1', 'b', 1800), at('T2', 'c', 4000));
    const changes = [change('reclassified', { before: ['b'], after: ['b'] })];
    const [one] = analyseShift(before, after, { changes, themes }).themes;
    expect(one!.share).toEqual({ before: 4200, after: 6000, parts: { ...nothing, relabelled: 1800 } });
    const twice = side(at('T1', 'a', 8400), at('T2', 'b', 3600), at('T2', 'c', 8000));
    for (const theme of analyseShift(before, twice, { changes: [], themes }).themes) {
      expect(theme.share!.after - theme.share!.before).toBe(0);
      expect(theme.share!.parts).toEqual(nothing);
    }
  });
});

const cents = fc.integer({ min: 0, max: 500_000_00 });
const amount = fc.record({
  theme: fc.constantFrom('T1', 'T2', 'T3', null),
  measure: fc.constantFrom('a', 'b', 'c', 'd', 'e', null),
  cents,
});
const anySide = fc.array(amount, { maxLength: 12 }).map((amounts) => side(...amounts));
const some = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 3 });
const anyChange = fc
  .record({
    kind: fc.constantFrom(...changeKinds),
    before: some,
    after: some,
    from: fc.constantFrom('T1', 'T2', 'T3', null),
    to: fc.constantFrom('T1', 'T2', 'T3', null),
    cents: fc.option(cents),
  })
  .map((one): Omit<ChangeLinks, 'code'> => one);
const anyChanges = fc
  .array(anyChange, { maxLength: 5 })
  .map((all) => all.map((one, index): ChangeLinks => ({ ...one, code: `C${index}` })));
const summed = (of: Record<string, number>) => Object.values(of).reduce((total, value) => total + value, 0);

describe('whatever two versions hold', () => {
  test('parts sum to the change of each theme, in cents and in basis points; shares sum to the whole', () => {
    fc.assert(
      fc.property(anySide, anySide, anyChanges, (before, after, changes) => {
        const shift = analyseShift(before, after, { changes, themes });
        for (const theme of shift.themes) {
          expect(summed(theme.parts)).toBe(theme.after - theme.before);
          if (theme.share) expect(summed(theme.share.parts)).toBe(theme.share.after - theme.share.before);
        }
        const total = (of: ShiftSide) => of.amounts.reduce((all, one) => all + one.cents, 0);
        expect([shift.total.before, shift.total.after]).toEqual([total(before), total(after)]);
        if (shift.themes[0]?.share) {
          expect(shift.themes.reduce((all, one) => all + one.share!.after, 0)).toBe(10_000);
        }
        for (const part of ['relabelled', 'transferred', 'regrouped'] as const)
          expect(shift.total.parts[part]).toBe(0);
      }),
    );
  });

  test('the order of amounts and changes makes no difference', () => {
    fc.assert(
      fc.property(anySide, anySide, anyChanges, (before, after, changes) => {
        const turned = (one: ShiftSide) => ({
          measures: one.measures.toReversed(),
          amounts: one.amounts.toReversed(),
        });
        const there = analyseShift(before, after, { changes, themes });
        const again = analyseShift(turned(before), turned(after), { changes: changes.toReversed(), themes });
        const plain = (shift: Shift) => shift.themes.map(({ theme, parts: of, share }) => [theme, of, share]);
        expect(new Set(plain(again).map((one) => JSON.stringify(one)))).toEqual(
          new Set(plain(there).map((one) => JSON.stringify(one))),
        );
      }),
    );
  });

  test('told backwards every part turns its sign, and new and stopped change places', () => {
    const swap = { new: 'stopped', stopped: 'new' } as Record<string, (typeof shiftParts)[number]>;
    fc.assert(
      fc.property(anySide, anySide, anyChanges, (before, after, changes) => {
        const there = analyseShift(before, after, { changes, themes });
        const back = analyseShift(after, before, { changes: changes.map(reversed), themes });
        for (const theme of there.themes) {
          const other = back.themes.find((one) => one.theme === theme.theme)!;
          for (const part of shiftParts)
            expect(other.parts[swap[part] ?? part]).toBe(-theme.parts[part] || 0);
          expect(other.share?.before).toBe(theme.share?.after);
        }
      }),
    );
  });

  test('measures that only change their theme never count as growth', () => {
    const placed = fc.record({ from: fc.constantFrom(...themes), to: fc.constantFrom(...themes), cents });
    fc.assert(
      fc.property(fc.array(placed, { minLength: 1, maxLength: 8 }), (all) => {
        const before = side(...all.map((one, index) => at(one.from, `m${index}`, one.cents)));
        const after = side(...all.map((one, index) => at(one.to, `m${index}`, one.cents)));
        const changes = all.map((_, index) =>
          change('reclassified', { code: `C${index}`, before: [`m${index}`], after: [`m${index}`] }),
        );
        for (const { parts: of, share, ...theme } of analyseShift(before, after, { changes, themes })
          .themes) {
          expect(of).toEqual({ ...nothing, relabelled: theme.after - theme.before });
          if (share) expect(share.parts).toEqual({ ...nothing, relabelled: share.after - share.before });
        }
      }),
    );
  });
});

test('amounts in FTE sum to what their theme is worth at the rate, whatever each is rounded to', () => {
  const rates = [{ fromYear: 2022, fteCents: 9_180_001 }];
  const line = (measure: string, fteMilli: number) => {
    return { measure, node: 'T1', year: 2022, cents: null, fteMilli, mark: null };
  };
  const amounts = shiftAmounts([line('a', 333), line('b', 333), line('c', 1)], rates, (node) => node);
  expect(amounts.reduce((total, one) => total + one.cents, 0)).toBe(6_123_061);
  expect(amounts.map((one) => one.measure)).toEqual(['a', 'b', 'c']);
});
