import { type RawBuilder, sql } from 'kysely';

/** The moment that versions are asked of; null is now, and everything that has been recorded. */
export type VersionMoment = { asOf: Date | null; knownOn: Date | null };

export const presently: VersionMoment = { asOf: null, knownOn: null };

/** Is it now, with everything that has been recorded? */
export function isPresent({ asOf, knownOn }: VersionMoment): boolean {
  return asOf === null && knownOn === null;
}

/**
 * How a version `v` stood at a moment: was it in force, what had become of it, and was there anything of it yet.
 * What becomes of a version happens on a day, so of both clocks the earlier counts; a version that was in force
 * then, as was recorded only later, counts as adopted.
 * @param now the clock of the caller; the database's when left out
 */
export function versionAt(
  { asOf, knownOn }: VersionMoment,
  now?: Date,
): {
  /** of a row `i` of the table of what is in force */
  held: RawBuilder<boolean>;
  inForce: RawBuilder<boolean>;
  status: RawBuilder<string>;
  existed: RawBuilder<boolean>;
} {
  const at = asOf ?? now;
  const held = sql<boolean>`i.valid @> ${at === undefined ? sql`now()` : sql`${at}::timestamptz`}
      and ${knownOn === null ? sql`upper_inf(i.recorded)` : sql`i.recorded @> ${knownOn}::timestamptz`}`;
  const inForce = sql<boolean>`exists (select from in_force i where i.institution_id = v.institution_id
      and i.version_id = v.version_id and ${held})`;
  const by = earliest(asOf, knownOn);
  if (by === null) return { held, inForce, status: sql`v.status`, existed: sql`true` };
  const then = sql`${by}::timestamptz`;
  return {
    held,
    inForce,
    status: sql`case when ${inForce} then 'adopted' when v.submitted_at > ${then} then 'draft'
      when v.adopted_at > ${then} then 'submitted' else v.status end`,
    existed: sql<boolean>`(least(v.created_at, v.submitted_at) <= ${then} or ${inForce})`,
  };
}

/** The earlier of two clocks: a word that was said once counts by it. Null is now. */
export function earliest(...moments: (Date | null)[]): Date | null {
  const given = moments.filter((moment) => moment !== null);
  return given.length === 0 ? null : new Date(Math.min(...given.map(Number)));
}
