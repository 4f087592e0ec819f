import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Json } from '#app/kernel/hash.ts';
import { changesContent, copyChanges } from './change-read.server.ts';
import { copyQuotes, quotesContent } from './quote-source.server.ts';
import type { Step } from './step.ts';

/** The steps of the measures of a version as JSON, for a query that has `measure_text` as `t`. */
export const stepsOf = sql<Step[]>`coalesce((
  select json_agg(json_build_object('code', st.code, 'kind', st.kind, 'unit', su.code, 'firstYear', st.first_year,
           'lastYear', st.last_year, 'due', st.due, 'text', st.text, 'comparator', st.comparator,
           'targetMilli', st.target_milli, 'targetUnit', st.target_unit, 'revision', st.revision)
           order by st.sort, st.code)
    from measure_step st
    left join unit su on su.institution_id = st.institution_id and su.unit_id = st.unit_id
   where st.institution_id = t.institution_id and st.version_id = t.version_id
     and st.measure_id = t.measure_id), '[]'::json)`;

/** Copies the steps of a version's measures into a draft that has the same measures. */
async function copySteps(tx: Tx, actor: Actor, from: string, to: string): Promise<void> {
  await sql`
    insert into measure_step (institution_id, version_id, measure_id, code, kind, unit_id, first_year, last_year, due,
                              text, comparator, target_milli, target_unit, sort)
    select institution_id, ${to}, measure_id, code, kind, unit_id, first_year, last_year, due, text, comparator,
           target_milli, target_unit, sort
      from measure_step where institution_id = ${actor.institutionId} and version_id = ${from}`.execute(tx);
}

/** Codes of the units that a version covers, in the order of the institution. */
export async function coveredBy(tx: Tx, actor: Actor, versionId: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select u.code from version_unit c
      join unit u on u.institution_id = c.institution_id and u.unit_id = c.unit_id
     where c.institution_id = ${actor.institutionId} and c.version_id = ${versionId}
     order by u.sort, u.code`.execute(tx);
  return rows.map((row) => row.code);
}

/** Copies what a version covers into a draft of the same document. */
async function copyCoverage(tx: Tx, actor: Actor, from: string, to: string): Promise<void> {
  await sql`
    insert into version_unit (institution_id, version_id, unit_id)
    select institution_id, ${to}, unit_id from version_unit
     where institution_id = ${actor.institutionId} and version_id = ${from}`.execute(tx);
}

/** The units covered as the frozen content holds them; nothing when there are none. */
async function coverageContent(tx: Tx, actor: Actor, versionId: string): Promise<Record<string, Json>> {
  const covers = await coveredBy(tx, actor, versionId);
  return covers.length > 0 ? { covers } : {};
}

/** Copies what was judged, by whom and when, into the next draft of a document. */
async function copyJudgements(tx: Tx, actor: Actor, from: string, to: string): Promise<void> {
  await sql`
    insert into requirement_judgement (institution_id, version_id, requirement_id, met, reason, judged_by, judged_at)
    select institution_id, ${to}, requirement_id, met, reason, judged_by, judged_at
      from requirement_judgement where institution_id = ${actor.institutionId} and version_id = ${from}`.execute(
    tx,
  );
}

/** The judgements as the frozen content holds them, with the words that were judged; nothing without any. */
async function judgementContent(tx: Tx, actor: Actor, versionId: string): Promise<Record<string, Json>> {
  const { rows } = await sql<Record<string, Json>>`
    select r.code as requirement, r.text_nl, r.text_en, j.met, j.reason, j.judged_by as by,
           to_char(j.judged_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
      from requirement_judgement j
      join requirement r on r.institution_id = j.institution_id and r.requirement_id = j.requirement_id
     where j.institution_id = ${actor.institutionId} and j.version_id = ${versionId}
     order by r.sort, r.code`.execute(tx);
  return rows.length > 0 ? { judgements: rows } : {};
}

/** Copies what a version says beside its sections, measures and budget into the next draft of its document. */
export async function copyParts(tx: Tx, actor: Actor, from: string, to: string): Promise<void> {
  await copySteps(tx, actor, from, to);
  await copyCoverage(tx, actor, from, to);
  await copyJudgements(tx, actor, from, to);
  await copyChanges(tx, actor, from, to);
  await copyQuotes(tx, actor, from, to);
}

/**
 * What the frozen content of a version holds beside sections, measures and lines. A part that is empty is left
 * out, so that a version without it has the hash that it always had.
 */
export async function partsContent(tx: Tx, actor: Actor, versionId: string): Promise<Record<string, Json>> {
  return {
    ...(await coverageContent(tx, actor, versionId)),
    ...(await judgementContent(tx, actor, versionId)),
    ...(await changesContent(tx, actor, versionId)),
    ...(await quotesContent(tx, actor, versionId)),
  };
}
