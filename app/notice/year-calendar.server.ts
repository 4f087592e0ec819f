import { listMoments, type Moment } from '#app/cycle/moment-list.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { listFreePeriods } from '#app/organisation/free-period.server.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { type CalendarMonth, yearCalendar } from './year-calendar.ts';

export type YearCalendar = {
  year: number;
  /** kinds of units that have a moment, and the one that is shown; null: all */
  levels: string[];
  level: string | null;
  months: CalendarMonth[];
};

type Asked = { scheme: string; year: number | null; level: string | null; now: Date };

/** The year calendar that everyone shares: what is due or meets when, on every level. Three statements. @throws Missing */
export async function getYearCalendar(
  tx: Tx,
  actor: Actor,
  { scheme, year, level, now }: Asked,
): Promise<YearCalendar> {
  await schemeIdOf(tx, actor.institutionId, scheme);
  const all = await listMoments(tx, actor, { scheme }, isoDate(now));
  const shown = year ?? Math.max(...all.map((one) => one.year), now.getUTCFullYear() - 1);
  const levels = [...new Set(all.map((one) => one.unitKind))];
  const own = level === null ? all : all.filter((one) => one.unitKind === level);
  const free = await listFreePeriods(tx, actor.institutionId, `${shown}-01-01`);
  return { year: shown, levels, level, months: yearCalendar(own, free, shown) };
}

/** What a month's entry is called: its step, and whose it is when it is one unit's. */
export function entryUnits(moments: readonly Moment[], en: boolean): string {
  return moments.map((one) => (en ? one.unitEn : one.unitNl)).join(', ');
}
