/** The moment that a page or an answer speaks of, on two clocks: docs/decisions/0003-two-clocks.md. */

/** Days (ISO dates); null is now, and everything that has been recorded. */
export type Moment = { asOf: string | null; knownOn: string | null };

/** A day of the address that cannot be taken as it stands. */
export type MomentFault = { field: keyof Moment; code: 'malformed' | 'future'; value: string };

/** The moment that an address asks for, as a page shows it. */
export type AskedMoment = Moment & { today: string; faults: MomentFault[] };

/**
 * Reads the days of an address (`asOf`, `knownOn`). Today is now. A word that is no day counts as now, and so
 * does a day to come of what had been recorded; a day to come of what is in force is kept. Each is a fault that
 * the page says.
 * @param today ISO date
 */
export function readMoment(query: URLSearchParams, today: string): AskedMoment {
  const faults: MomentFault[] = [];
  const day = (field: keyof Moment): string | null => {
    const value = query.get(field)?.trim();
    if (!value || value === today) return null;
    if (!isDay(value)) {
      faults.push({ field, code: 'malformed', value: value.slice(0, 40) });
      return null;
    }
    if (value < today) return value;
    faults.push({ field, code: 'future', value });
    return field === 'asOf' ? value : null;
  };
  return { asOf: day('asOf'), knownOn: day('knownOn'), today, faults };
}

/** Does a text name a day that the calendar has? */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** Is this the state of today, as far as everything recorded goes? Only then is there something to write. */
export function isNow({ asOf, knownOn }: Moment): boolean {
  return asOf === null && knownOn === null;
}

/** The days of a moment as an address names them; nothing for now. */
export function momentSearch({ asOf, knownOn }: Moment): URLSearchParams {
  return new URLSearchParams({ ...(asOf && { asOf }), ...(knownOn && { knownOn }) });
}

const kept = ['asOf', 'knownOn', 'tree'] as const;

/** An address with the moment and the unit tree of a query, unless it names its own. */
export function keepMoment(href: string, query: URLSearchParams): string {
  const [path = '', fragment] = href.split('#');
  const [pathname, own] = path.split('?');
  const search = new URLSearchParams(own);
  for (const name of kept) {
    const value = query.get(name);
    if (value && !search.has(name)) search.set(name, value);
  }
  const text = search.toString();
  return `${pathname}${text ? `?${text}` : ''}${fragment === undefined ? '' : `#${fragment}`}`;
}
