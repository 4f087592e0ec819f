import { addWorkingDays, dayAfter } from '#app/kernel/period.ts';

/** Days on which no term runs: a recess of the institution, or a single free day. Both days are included. */
export type FreePeriod = {
  kind: 'recess' | 'free-day';
  nameNl: string;
  nameEn: string;
  from: string;
  through: string;
};

/** The end of a term of working days that skips weekends and free periods, and which periods it skipped. Pure. */
export function termEnd<P extends FreePeriod>(
  askedOn: string,
  days: number,
  periods: readonly P[],
): { dueOn: string; without: P[] } {
  const dueOn = addWorkingDays(askedOn, days, freeDays(periods));
  return { dueOn, without: skippedIn(periods, askedOn, dueOn) };
}

/** Every day of the periods. */
export function freeDays(periods: readonly { from: string; through: string }[]): Set<string> {
  const days = new Set<string>();
  for (const { from, through } of periods) {
    for (let day = from; day <= through; day = dayAfter(day)) days.add(day);
  }
  return days;
}

/** The periods that take a working day out of the time after one day through another. */
export function skippedIn<P extends FreePeriod>(periods: readonly P[], after: string, through: string): P[] {
  return periods
    .filter((one) => {
      for (let day = one.from; day <= one.through; day = dayAfter(day)) {
        const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
        if (weekday !== 0 && weekday !== 6 && day > after && day <= through) return true;
      }
      return false;
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}
