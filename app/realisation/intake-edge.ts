import { readLimits } from '#app/ledger/table-read.ts';

/** Whose intake a page's address names; a year that is none is found nowhere. */
export function intakeAddress(params: { scheme: string; unit: string; year: string }, now: Date) {
  const { scheme, unit, year } = params;
  return { scheme, unit, year: /^\d{4}$/.test(year) ? Number(year) : 0, now };
}

/** Refuses, from its header, what is too large anyway, before it is read into memory. @throws Response */
export function refuseLarge<A extends { request: Request }>(args: A): A {
  const bytes = Number(args.request.headers.get('content-length') ?? 0);
  if (bytes > readLimits.fileBytes + 1024 ** 2) throw new Response(null, { status: 413 });
  return args;
}
