import type { TraceFacts } from './trace-fact.ts';

/** Where the units of a chain stand: each year by its own tree, and what a unit was before it. Pure. */

/** Where a unit that hung in more than one place hung; `until` is the first day on which it no longer did. */
export type UnitPlace = { parent: string; from: string | null; until: string | null };

/** What a unit was before a merge, a split or a new name, and since which day (ISO) it is no longer. */
export type UnitBefore = { unit: string; on: string };

type Units = Pick<TraceFacts, 'parents' | 'places' | 'before'>;

/**
 * The unit above a unit in a year: by the last day of that year, as in docs/decisions/0012-which-tree.md. Without a
 * place on that day where it last hung, or first would.
 */
export function unitAbove({ parents, places }: Units, unit: string, year: number): string | null {
  const own = places?.get(unit);
  if (!own) return parents.get(unit) ?? null;
  const day = `${year}-12-31`;
  const on = own.find(({ from, until }) => (from ?? '') <= day && (until === null || until > day));
  const last = own
    .filter(({ until }) => until !== null && until <= day)
    .toSorted(byDay)
    .at(-1);
  return (on ?? last ?? own.toSorted(byDay)[0])?.parent ?? null;
}

function byDay(a: UnitPlace, b: UnitPlace): number {
  return (a.from ?? '') < (b.from ?? '') ? -1 : 1;
}

/** The units that a unit was before the end of a year, those before them too, nearest first. */
export function unitsBefore({ before }: Units, unit: string, year: number): string[] {
  const found: string[] = [];
  const add = (of: string) => {
    for (const one of before?.get(of) ?? []) {
      if (one.on > `${year}-12-31` || one.unit === unit || found.includes(one.unit)) continue;
      found.push(one.unit);
      add(one.unit);
    }
  };
  if (before?.has(unit)) add(unit);
  return found;
}

/** A unit and all above it in a year, nearest first. */
export function unitsUp(units: Units, unit: string, year: number): string[] {
  const path: string[] = [];
  for (let at: string | null = unit; at !== null && !path.includes(at); at = unitAbove(units, at, year)) {
    path.push(at);
  }
  return path;
}
