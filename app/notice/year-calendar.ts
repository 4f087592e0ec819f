import type { Moment } from '#app/cycle/moment-list.server.ts';
import type { FreePeriod } from '#app/organisation/free-period.ts';

/** The moments of a scheme along the months of a calendar year and of the academic year that begins in it. Pure. */

/** What happens on one day for one step: by one unit or by several. */
export type CalendarEntry = { key: string; dueOn: string; moments: Moment[] };
export type CalendarMonth = {
  /** `2025-09` */
  month: string;
  calendar: boolean;
  academic: boolean;
  entries: CalendarEntry[];
  free: FreePeriod[];
};

/** January of the year through August of the next: both years in full, side by side. */
export function yearCalendar(
  moments: readonly Moment[],
  free: readonly FreePeriod[],
  year: number,
): CalendarMonth[] {
  return Array.from({ length: 20 }, (_, at) => {
    const month = new Date(Date.UTC(year, at, 1)).toISOString().slice(0, 7);
    const own = moments.filter((one) => one.dueOn.startsWith(month) && one.status !== 'cancelled');
    const groups = Map.groupBy(own, (one) => `${one.dueOn} ${one.step ?? one.momentId}`);
    return {
      ...{ month, calendar: at < 12, academic: at >= 8 },
      entries: [...groups].map(([key, ones]) => ({ key, dueOn: ones[0]!.dueOn, moments: ones })),
      free: free.filter((one) => one.from.slice(0, 7) <= month && month <= one.through.slice(0, 7)),
    };
  });
}
