import { type act, requireActor } from '#app/identity/page.server.ts';
import { type Problem, problemOf } from '#app/kernel/problem.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { readLimits } from '#app/ledger/table-read.ts';
import type { IntakeNotes } from './intake-row.ts';

/** Whose intake a page's address names; a year that is none is found nowhere. */
export function intakeAddress(params: { scheme: string; unit: string; year: string }, now: Date) {
  const { scheme, unit, year } = params;
  return { scheme, unit, year: /^\d{4}$/.test(year) ? Number(year) : 0, now };
}

/** What is too large anyway, told from its header before it is read into memory; null for all else. */
export function oversize({ request, context }: Parameters<typeof act>[0]): Problem | null {
  const bytes = Number(request.headers.get('content-length') ?? 0);
  if (bytes <= readLimits.fileBytes + 1024 ** 2) return null;
  const file = requireActor(context, request).locale === 'en' ? 'The file' : 'Het bestand';
  const params = { file, megabytes: readLimits.fileBytes / 1024 ** 2 };
  return problemOf(new InvalidInput([{ path: 'file', code: 'table.too-large', params }]));
}

/** What reading a file met beside its rows, as its page hands it on in the address. */
export type JustRead = { number: number } & IntakeNotes;

/** The address of the files, which then says that one was read. */
export function afterReading({ number, ...notes }: JustRead): string {
  const met = Object.entries(notes).filter(([, count]) => count > 0);
  return `?${new URLSearchParams([['read', String(number)], ...met.map(([key, n]) => [key, String(n)])])}`;
}

/** The same read back; null when no file was read just now. */
export function justRead(asked: URLSearchParams): JustRead | null {
  const count = (name: string) => (/^\d{1,9}$/.test(asked.get(name) ?? '') ? Number(asked.get(name)) : 0);
  const number = count('read');
  if (number === 0) return null;
  return {
    number,
    duplicates: count('duplicates'),
    totals: count('totals'),
    formulas: count('formulas'),
  };
}
