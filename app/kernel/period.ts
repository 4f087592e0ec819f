/** Periods: a half-open range of dates as Postgres prints it (`[2019-01-01,2025-01-01)`), and years. */

/** The range from a first day to a last day, both included; null leaves a side open. */
export function dateRange(from: string | null, through: string | null): string {
  return `[${from ?? ''},${through ? dayAfter(through) : ''})`;
}

/** The day after an ISO date. */
export function dayAfter(date: string, days = 1): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** First and last day (both included, null when open) of a Postgres daterange. */
export function rangeDays(range: string): { from: string | null; through: string | null } {
  const [, from = '', to = ''] = range.match(/^[[(]([^,]*),([^\])]*)[\])]$/) ?? [];
  return { from: from || null, through: to ? dayAfter(to, -1) : null };
}

/** The calendar years from first to last, both included. */
export function years(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

/** The year that an address names; null when it names none. */
export function yearOf(search: URLSearchParams): number | null {
  const asked = search.get('year');
  return asked && /^\d{4}$/.test(asked) ? Number(asked) : null;
}

/** The date `days` working days after a date (Monday to Friday; holidays are the caller's to add). */
export function addWorkingDays(date: string, days: number, free: ReadonlySet<string> = new Set()): string {
  let at = date;
  let left = days;
  while (left > 0) {
    at = dayAfter(at);
    const weekday = new Date(`${at}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !free.has(at)) left -= 1;
  }
  return at;
}
