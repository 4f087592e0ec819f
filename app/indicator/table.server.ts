import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { listUnitsEver } from '#app/organisation/unit.server.ts';
import { listIndicators } from './definition.server.ts';
import type { IndicatorTable, Recorded, Reflection, Submission } from './figures.ts';
import { indicatorTable } from './table.ts';

/** Below how many individuals figures are masked where an institution says nothing (law 11). */
export const usualMaskedBelow = 5;

export async function getMaskedBelow(tx: Tx, institutionId: string): Promise<number> {
  const row = await tx
    .selectFrom('indicatorSetting')
    .select('maskedBelow')
    .where('institutionId', '=', institutionId)
    .executeTakeFirst();
  return row?.maskedBelow ?? usualMaskedBelow;
}

/** Which figures: of a scheme, one indicator, some years, units and what is below them. */
export type TableQuery = {
  scheme: string;
  indicator?: string | null;
  /** codes of units of which figures are shown; all without it. Masking looks at every unit all the same. */
  units?: readonly string[] | null;
  /** calendar years, or the years in which academic ones begin; without them those of the scheme that have figures */
  years?: readonly number[] | null;
};

/**
 * The indicators of a scheme with their figures as readers see them: by unit, split and year, small ones masked,
 * with breaks, caveats, reflections and targets. For pages, exports, the API and reports. Nine statements.
 * @throws Missing
 */
export async function getIndicatorTable(
  tx: Tx,
  actor: Actor,
  query: TableQuery,
): Promise<IndicatorTable & { schemeId: string }> {
  const { institutionId } = actor;
  const { schemeId, indicators } = await listIndicators(tx, actor, {
    scheme: query.scheme,
    code: query.indicator ?? null,
  });
  const ids = indicators.map((one) => one.indicatorId);
  const observations = await latestObservations(tx, institutionId, ids);
  const reflections = await latestReflections(tx, institutionId, ids);
  const submissions = await listSubmissions(tx, institutionId, schemeId);
  const { units, placements } = await listUnitsEver(tx, institutionId);
  const maskedBelow = await getMaskedBelow(tx, institutionId);
  const known = [...new Set(observations.map((one) => one.year))].sort((a, b) => a - b);
  const years = query.years
    ? [...query.years]
    : known.length === 0
      ? []
      : Array.from({ length: known.at(-1)! - known[0]! + 1 }, (_, i) => known[0]! + i);
  const table = indicatorTable({
    ...{ indicators, units, placements, observations, reflections, submissions, years, maskedBelow },
  });
  const asked = query.units ? new Set(query.units) : null;
  return {
    ...table,
    schemeId,
    indicators: table.indicators.map((one) => ({
      ...one,
      units: one.units.filter((unit) => asked?.has(unit.code) ?? true),
    })),
  };
}

/** The newest observation of each indicator, unit, year and split. */
export async function latestObservations(
  tx: Tx,
  institutionId: string,
  indicatorIds: readonly string[],
  of: { unit?: string; before?: number; year?: number } = {},
): Promise<Recorded[]> {
  const { rows } = await sql<Recorded>`
    select distinct on (o.indicator_id, u.code, o.year, o.split)
           o.indicator_id, o.definition_id, u.code as unit, o.year, o.split, o.number, o.value_milli, o.numerator_milli,
           o.denominator_milli, o.spread_milli, o.respondents, o.mark, o.caveat, o.source, o.reason, o.after_submission
      from indicator_observation o
      join unit u on u.institution_id = o.institution_id and u.unit_id = o.unit_id
     where o.institution_id = ${institutionId} and o.indicator_id = any(${indicatorIds}::uuid[])
       and (${of.unit ?? null}::text is null or u.code = ${of.unit ?? null}::text)
       and (${of.year ?? null}::int is null or o.year = ${of.year ?? null}::int)
       and (${of.before ?? null}::int is null or o.after_submission < ${of.before ?? null}::int)
     order by o.indicator_id, u.code, o.year, o.split, o.number desc`.execute(tx);
  return rows;
}

/** The newest reflection on each indicator, unit and year. */
export async function latestReflections(
  tx: Tx,
  institutionId: string,
  indicatorIds: readonly string[],
  of: { unit?: string; before?: number; year?: number } = {},
): Promise<Reflection[]> {
  const { rows } = await sql<Reflection>`
    select distinct on (r.indicator_id, u.code, r.year)
           r.indicator_id, u.code as unit, r.year, r.number, r.text, r.after_submission
      from indicator_reflection r
      join unit u on u.institution_id = r.institution_id and u.unit_id = r.unit_id
     where r.institution_id = ${institutionId} and r.indicator_id = any(${indicatorIds}::uuid[])
       and (${of.unit ?? null}::text is null or u.code = ${of.unit ?? null}::text)
       and (${of.year ?? null}::int is null or r.year = ${of.year ?? null}::int)
       and (${of.before ?? null}::int is null or r.after_submission < ${of.before ?? null}::int)
     order by r.indicator_id, u.code, r.year, r.number desc`.execute(tx);
  return rows;
}

/** What was handed in, the oldest first. */
export async function listSubmissions(
  tx: Tx,
  institutionId: string,
  schemeId: string,
): Promise<Submission[]> {
  const { rows } = await sql<Submission>`
    select u.code as unit, s.year, s.number, s.on_date, s.content_hash
      from indicator_submission s
      join unit u on u.institution_id = s.institution_id and u.unit_id = s.unit_id
     where s.institution_id = ${institutionId} and s.scheme_id = ${schemeId}
     order by s.year, u.sort, u.code, s.number`.execute(tx);
  return rows;
}

/** Every observation that an indicator ever had in a unit and year, the newest first: what was corrected and why. */
export async function listCorrected(tx: Tx, institutionId: string, indicatorId: string): Promise<Recorded[]> {
  const { rows } = await sql<Recorded>`
    select o.indicator_id, o.definition_id, u.code as unit, o.year, o.split, o.number, o.value_milli, o.numerator_milli,
           o.denominator_milli, o.spread_milli, o.respondents, o.mark, o.caveat, o.source, o.reason, o.after_submission
      from indicator_observation o
      join unit u on u.institution_id = o.institution_id and u.unit_id = o.unit_id
     where o.institution_id = ${institutionId} and o.indicator_id = ${indicatorId}
       and exists (select from indicator_observation later
                    where later.institution_id = o.institution_id and later.indicator_id = o.indicator_id
                      and later.unit_id = o.unit_id and later.year = o.year and later.split = o.split
                      and later.number = 2)
     order by o.year desc, u.sort, u.code, o.split, o.number desc`.execute(tx);
  return rows;
}
