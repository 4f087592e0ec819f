import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Step } from '#app/cycle/cycle.server.ts';
import type { Moment } from '#app/cycle/moment-list.server.ts';
import { type Milestone, milestonesOf, monthBars, monthsOf } from './milestone.ts';

const step = (over: Partial<Step> = {}): Step => ({
  ...{ stepId: '', code: 'plan', nameNl: 'Plan', nameEn: 'Plan', unitKinds: ['faculty'], kind: null },
  ...{
    kindNl: null,
    kindEn: null,
    product: null,
    bodyKind: 'faculty-council',
    bodyAt: 'unit',
    right: 'consent',
  },
  ...{ bodyKindNl: 'faculteitsraad', bodyKindEn: 'faculty council' },
  ...{ role: null, covers: 0, counts: 'period', rule: day(5, 31), starts: null, meets: null },
  ...{ precision: null, milestone: 1, partsNl: '', partsEn: '', alsoNl: '', alsoEn: '' },
  ...{ firstYear: 2018, lastYear: 2018, everyYears: 1, noteNl: '', noteEn: '', source: '', revision: 1 },
  ...{
    nature: null,
    regular: false,
    frequencyNl: '',
    frequencyEn: '',
    connects: [],
    feeds: [],
    topics: [],
    questions: 0,
  },
  ...over,
});
function day(month: number, on: number) {
  return { kind: 'day' as const, year: 'calendar' as const, offset: 0, month, day: on, before: false };
}
const moment = (over: Partial<Moment>) =>
  ({
    step: 'plan',
    year: 2018,
    status: 'open',
    startsOn: null,
    meetsOn: null,
    bodyId: 'fr',
    ...over,
  }) as Moment;

describe('milestones of a year', () => {
  test('follow the rules before the year is started, and the moments after', () => {
    const steps = [step({ starts: day(3, 1), meets: day(5, 16) }), step({ code: 'bij', milestone: null })];
    expect(milestonesOf(steps, [], 2018)).toMatchObject([
      { due: ['2018-05-31'], meets: ['2018-05-16'], startsOn: '2018-03-01', body: null },
    ]);
    const moments = [
      moment({ dueOn: '2018-05-31', bodyNl: 'Raad', bodyEn: 'Council' }),
      moment({ dueOn: '2018-06-15', status: 'moved', startsOn: '2018-02-01' }),
      moment({ dueOn: '2018-12-01', status: 'cancelled' }),
    ];
    expect(milestonesOf(steps, moments, 2018)).toMatchObject([
      { due: ['2018-05-31', '2018-06-15'], meets: [], startsOn: '2018-02-01', body: { nameNl: 'Raad' } },
    ]);
    expect(milestonesOf(steps, moments, 2019)).toEqual([]);
  });

  test('stand in the order of the table, whatever the order of the steps', () => {
    const steps = [3, 1, 2].map((milestone) => step({ code: `s${milestone}`, milestone }));
    expect(milestonesOf(steps, [], 2018).map((one) => one.step.milestone)).toEqual([1, 2, 3]);
  });
});

describe('month bars', () => {
  const months = monthsOf(2018, false);
  const date = fc
    .tuple(fc.integer({ min: 2017, max: 2019 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}-10`);
  const milestones = fc
    .array(
      fc.record({
        level: fc.constantFrom('programme', 'faculty', 'institution'),
        due: date,
        startsOn: fc.option(date, { nil: null }),
      }),
      { maxLength: 8 },
    )
    .map((all): Milestone[] =>
      all.map(({ level, due, startsOn }, at) => ({
        step: step({ unitKinds: [level], milestone: at + 1 }),
        ...{ due: [due], meets: [], startsOn, body: null },
      })),
    );

  test('every milestone is marked once, in its month or outside; a bar is never guessed', () => {
    fc.assert(
      fc.property(milestones, (all) => {
        const bars = monthBars(all, months);
        const placed = bars.flatMap((bar) => [...bar.months.flatMap(({ due }) => due), ...bar.outside]);
        expect(placed.toSorted((a, b) => a - b)).toEqual(all.map((one) => one.step.milestone));
        for (const bar of bars) {
          const own = all.filter((one) => one.step.unitKinds[0] === bar.level);
          const open = own.filter((one) => one.startsOn === null);
          expect(bar.open).toEqual(open.map((one) => one.step.milestone));
          for (const { month, runs } of bar.months) {
            const known = own.some(
              (one) =>
                one.startsOn !== null &&
                one.startsOn.slice(0, 7) <= month &&
                month <= one.due[0]!.slice(0, 7),
            );
            expect(runs).toBe(known);
          }
        }
      }),
    );
  });

  test('levels stand deepest first; an academic year begins in September', () => {
    const all = ['institution', 'programme'].map((level, at) => ({
      step: step({ unitKinds: [level], milestone: at + 1 }),
      ...{ due: [], meets: [], startsOn: null, body: null },
    }));
    const depths = new Map([
      ['institution', 0],
      ['programme', 2],
    ]);
    expect(monthBars(all, months, depths).map((bar) => bar.level)).toEqual(['programme', 'institution']);
    expect(monthsOf(2025, true)).toEqual([
      ...['2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02'],
      ...['2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08'],
    ]);
  });
});
