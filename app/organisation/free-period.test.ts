import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAfter } from '#app/kernel/period.ts';
import { type FreePeriod, freeDays, termEnd } from './free-period.ts';

const period = (nameNl: string, from: string, through: string): FreePeriod => ({
  kind: from === through ? 'free-day' : 'recess',
  nameNl,
  nameEn: nameNl,
  from,
  through,
});
const christmas = period('kerstreces', '2026-12-21', '2027-01-03');

test('a term counts working days outside recess and names what it skipped', () => {
  expect(termEnd('2026-12-07', 15, [christmas])).toEqual({ dueOn: '2027-01-11', without: [christmas] });
  expect(termEnd('2026-12-07', 10, [christmas])).toEqual({ dueOn: '2027-01-04', without: [christmas] });
  expect(termEnd('2026-12-07', 9, [christmas])).toEqual({ dueOn: '2026-12-18', without: [] });
});

test('a free day in a weekend takes nothing away', () => {
  const sunday = period('eerste paasdag', '2027-03-28', '2027-03-28');
  const monday = period('tweede paasdag', '2027-03-29', '2027-03-29');
  const { dueOn, without } = termEnd('2027-03-25', 2, [sunday, monday]);
  expect([dueOn, without.map((one) => one.nameNl)]).toEqual(['2027-03-30', ['tweede paasdag']]);
});

const date = fc.integer({ min: 0, max: 700 }).map((days) => dayAfter('2026-01-01', days));
const recess = fc
  .tuple(date, fc.integer({ min: 0, max: 20 }))
  .map(([from, days]) => period('reces', from, dayAfter(from, days)));

test('the last day is a working day outside every period, and more free days never make a term shorter', () => {
  fc.assert(
    fc.property(
      date,
      fc.integer({ min: 1, max: 60 }),
      fc.array(recess, { maxLength: 4 }),
      recess,
      (asked, days, periods, extra) => {
        const { dueOn } = termEnd(asked, days, periods);
        expect(freeDays(periods).has(dueOn)).toBe(false);
        expect([1, 2, 3, 4, 5]).toContain(new Date(`${dueOn}T00:00:00Z`).getUTCDay());
        expect(termEnd(asked, days, [...periods, extra]).dueOn >= dueOn).toBe(true);
      },
    ),
  );
});
