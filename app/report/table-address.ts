/** The day in the address (`asOf`); null when there is none or it is no date. */
export function readDay(request: Request): string | null {
  const day = new URL(request.url).searchParams.get('asOf') ?? '';
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : null;
}
