/** A period of the books: `2025-03`, `2025-Q1`, or a closing period such as `2025-13`. */
export const periodPattern = /^\d{4}-(0[1-9]|1[0-6]|Q[1-4])$/;

const months = [
  ['jan', 'januari', 'january'],
  ['feb', 'februari', 'february'],
  ['mrt', 'maart', 'mar', 'march'],
  ['apr', 'april'],
  ['mei', 'may'],
  ['jun', 'juni', 'june'],
  ['jul', 'juli', 'july'],
  ['aug', 'augustus', 'august'],
  ['sep', 'sept', 'september'],
  ['okt', 'oktober', 'oct', 'october'],
  ['nov', 'november'],
  ['dec', 'december'],
];

/**
 * Reads a period as finance systems write it: `2025-03`, `202503`, `2025003`, `03-2025`, `mrt 2025`, `P3`, `3`,
 * `Q1 2025`, `2025-Q1`, `kwartaal 1`. Without a year it is one of the file's year.
 * @returns null when it is no period
 */
export function readPeriod(text: string, year: number): string | null {
  const bare = text
    .toLowerCase()
    .replace(/[\s./_]+/g, '-')
    .replace(/^-|-$/g, '');
  const number = (y: number | string, n: number | string): string | null =>
    Number(n) >= 1 && Number(n) <= 16 ? `${y}-${String(Number(n)).padStart(2, '0')}` : null;
  const quarter =
    /^(?:(\d{4})-?)?(?:q|k|kw|kwartaal|quarter)-?([1-4])(?:-(\d{4}))?$/.exec(bare) ??
    /^(?:(\d{4})-)?([1-4])(?:e|de|st|nd|rd|th)?-(?:kwartaal|quarter)(?:-(\d{4}))?$/.exec(bare);
  if (quarter) return `${quarter[1] ?? quarter[3] ?? year}-Q${quarter[2]}`;
  const named = /^(?:(\d{4})-)?([a-z]+)(?:-?(\d{4}))?$/.exec(bare);
  if (named && named[2] !== 'p') {
    const month = months.findIndex((names) => names.includes(named[2]!));
    return month < 0 ? null : number(named[1] ?? named[3] ?? year, month + 1);
  }
  const full = /^(\d{4})-?(?:p|m)?0?(\d{2})$/.exec(bare) ?? /^(\d{4})-(?:p|m)?(\d{1,2})$/.exec(bare);
  if (full) return number(full[1]!, full[2]!);
  const turned = /^(?:p|m)?(\d{1,2})-(\d{4})$/.exec(bare);
  if (turned) return number(turned[2]!, turned[1]!);
  const alone = /^(?:p|m|periode-?|period-?|maand-?|month-?)?0{0,2}(\d{1,2})$/.exec(bare);
  return alone ? number(year, alone[1]!) : null;
}

/** First and last month (1-12) of a period; closing periods belong to December. */
export function monthsOf(period: string): { first: number; last: number } {
  const part = period.slice(5);
  if (part.startsWith('Q')) return { first: Number(part[1]) * 3 - 2, last: Number(part[1]) * 3 };
  const month = Math.min(Number(part), 12);
  return { first: month, last: month };
}

/** Has a period ended before a month (`2025-03`) began? What still runs cannot be closed. */
export function isOver(period: string, month: string): boolean {
  return `${period.slice(0, 4)}-${String(monthsOf(period).last).padStart(2, '0')}` < month;
}

/** Is every month of a year closed? @param periods of one year, as `periodPattern` writes them */
export function isYearClosed(periods: readonly string[]): boolean {
  const closed = periods.map(monthsOf);
  return months.every((_, i) => closed.some(({ first, last }) => first <= i + 1 && i + 1 <= last));
}

/** Does the whole period lie within these months (`2025-03`; null leaves a side open)? */
export function withinMonths(period: string, from: string | null, through: string | null): boolean {
  const year = period.slice(0, 4);
  const { first, last } = monthsOf(period);
  const month = (n: number) => `${year}-${String(n).padStart(2, '0')}`;
  return (from === null || from <= month(first)) && (through === null || month(last) <= through);
}

/** How a file writes dates of which the first two parts could change places. */
export type DateOrder = 'dmy' | 'mdy';

/** `31-03-2025`, `31/3/2025`, `2025-03-31`, `20250331`: an ISO date, or null when it is no date. */
export function readDay(text: string, order: DateOrder): string | null {
  const bare = text.trim().replace(/[ T]\d{1,2}:\d{2}.*$/, '');
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(bare);
  if (iso) return realDay(iso[1]!, iso[2]!, iso[3]!);
  const parts = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(bare);
  if (!parts) return null;
  const [, a = '', b = '', y = ''] = parts;
  return order === 'dmy' ? realDay(y, b, a) : realDay(y, a, b);
}

function realDay(year: string, month: string, day: string): string | null {
  const [m, d] = [Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > daysOf(Number(year), m)) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The order that dates of a file prove: `31-03-2025` only reads day first. Day first when nothing proves it. */
export function provenOrder(texts: readonly string[]): DateOrder {
  const second = texts.some((text) => /^\s*\d{1,2}[-/.](1[3-9]|[23]\d)[-/.]\d{4}/.test(text));
  const first = texts.some((text) => /^\s*(1[3-9]|[23]\d)[-/.]\d{1,2}[-/.]\d{4}/.test(text));
  return second && !first ? 'mdy' : 'dmy';
}
