import { dayAfter } from '#app/kernel/period.ts';

/** How a term stands on a day: working days in all, gone, and left (negative after it ended). Pure. */
export type Term = { total: number; gone: number; left: number };

/** Counts Monday to Friday from the day after asking to the day it is due, without the free days of the term. */
export function termOf(
  askedOn: string,
  dueOn: string,
  at: string,
  free: ReadonlySet<string> = new Set(),
): Term {
  const total = workingDays(askedOn, dueOn, free);
  const gone = at <= askedOn ? 0 : workingDays(askedOn, at < dueOn ? at : dueOn, free);
  const left = at > dueOn ? -workingDays(dueOn, at, free) : total - gone;
  return { total, gone, left };
}

function workingDays(after: string, through: string, free: ReadonlySet<string>): number {
  let count = 0;
  for (let day = dayAfter(after); day <= through; day = dayAfter(day)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !free.has(day)) count += 1;
  }
  return count;
}
