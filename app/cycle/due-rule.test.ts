import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueRuleSchema } from './due-rule.input.ts';
import { comesIn, type DueRule, dueDate, hasAcademic } from './due-rule.ts';

const none = new Map<string, DueRule>();
const rule = (value: unknown): DueRule => dueRuleSchema.parse(value);
const year = fc.integer({ min: 2015, max: 2060 });
const month = fc.integer({ min: 1, max: 12 });
const offset = fc.integer({ min: -2, max: 2 });
const kindOfYear = fc.constantFrom('calendar' as const, 'academic' as const);

describe('rules as institutions write them', () => {
  test('before 1 January after the academic year', () => {
    const before = rule({ kind: 'day', year: 'academic', offset: 1, month: 1, day: 1, before: true });
    expect(dueDate(before, 2018, none)).toBe('2019-12-31');
  });

  test('before 1 July of the calendar year; the third week of May; the last day of February', () => {
    const july = rule({ kind: 'day', year: 'calendar', month: 7, day: 1, before: true });
    expect(dueDate(july, 2021, none)).toBe('2021-06-30');
    const may = rule({ kind: 'week', year: 'calendar', month: 5, nth: 3 });
    // 1 May 2023 is a Monday, so the third week is that of the 15th; in 2021 the first Monday is the 3rd
    expect(dueDate(may, 2023, none)).toBe('2023-05-19');
    expect(dueDate(may, 2021, none)).toBe('2021-05-21');
    const february = rule({ kind: 'day', year: 'calendar', month: 2, day: 31 });
    expect([2023, 2024].map((one) => dueDate(february, one, none))).toEqual(['2023-02-28', '2024-02-29']);
  });

  test('weeks before another step; a circle or a step that is not there gives no date', () => {
    const rules = new Map<string, DueRule>([
      ['verslag', rule({ kind: 'day', year: 'calendar', month: 12, day: 31 })],
      ['stukken', rule({ kind: 'from', step: 'verslag', count: -6, unit: 'week' })],
      ['a', rule({ kind: 'from', step: 'b', count: 1, unit: 'day' })],
      ['b', rule({ kind: 'from', step: 'a', count: 1, unit: 'day' })],
    ]);
    expect(dueDate(rules.get('stukken')!, 2025, rules)).toBe('2025-11-19');
    expect(dueDate(rules.get('a')!, 2025, rules)).toBeNull();
    expect(dueDate(rule({ kind: 'from', step: 'x', count: 1, unit: 'day' }), 2025, rules)).toBeNull();
  });
});

describe('any rule', () => {
  test('an academic date falls between its 1 September and the next, a calendar date in its year', () => {
    fc.assert(
      fc.property(year, month, fc.integer({ min: 1, max: 31 }), kindOfYear, offset, (y, m, day, of, by) => {
        const date = dueDate(
          rule({ kind: 'day', year: of, offset: by, month: m, day, before: false }),
          y,
          none,
        )!;
        const begin = of === 'calendar' ? `${y + by}-01-01` : `${y + by}-09-01`;
        const end = of === 'calendar' ? `${y + by}-12-31` : `${y + by + 1}-08-31`;
        expect(date >= begin && date <= end).toBe(true);
        expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
      }),
    );
  });

  test('a week day falls on that day, after the week’s Monday lies in the month', () => {
    fc.assert(
      fc.property(
        year,
        month,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 7 }),
        (y, m, nth, weekday) => {
          const at = new Date(
            dueDate(rule({ kind: 'week', year: 'calendar', month: m, nth, weekday }), y, none)!,
          );
          expect(at.getUTCDay() || 7).toBe(weekday);
          const monday = new Date(at.getTime() - (weekday - 1) * 86_400_000);
          expect(monday.getUTCMonth() + 1).toBe(m);
          expect(Math.ceil(monday.getUTCDate() / 7)).toBe(nth);
        },
      ),
    );
  });

  test('a later year is never due earlier', () => {
    fc.assert(
      fc.property(year, month, fc.integer({ min: 1, max: 31 }), kindOfYear, (y, m, day, of) => {
        const one = rule({ kind: 'day', year: of, month: m, day });
        expect(dueDate(one, y, none)! < dueDate(one, y + 1, none)!).toBe(true);
      }),
    );
  });
});

test('a step comes in its years only, every so many', () => {
  const step = { firstYear: 2019, lastYear: 2024, everyYears: 2 };
  expect([2017, 2018, 2019, 2020, 2021, 2023, 2024, 2025].filter((y) => comesIn(step, y))).toEqual([
    2019, 2021, 2023,
  ]);
});

test('a cycle with an academic rule names its years by two', () => {
  const calendar = rule({ kind: 'day', year: 'calendar', month: 1, day: 1 });
  expect(hasAcademic([calendar])).toBe(false);
  expect(hasAcademic([calendar, rule({ kind: 'day', year: 'academic', month: 1, day: 1 })])).toBe(true);
});
