import type { Named } from './plan-part.server.ts';

/** The units that a step may be about: the plan's own and those below it, and what the version covers. Pure. */
export function unitsOf(plan: { units: readonly Named[]; version: { covers: readonly Named[] } }): Named[] {
  const known = new Map([...plan.units, ...plan.version.covers].map((unit) => [unit.code, unit]));
  return [...known.values()];
}
