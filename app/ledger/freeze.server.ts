import { sql } from 'kysely';
import { type LockedVersion, moveVersion } from '#app/document/document.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Json } from '#app/kernel/hash.ts';
import { writePlaceTotals } from './place-total.server.ts';

/**
 * Freezes a draft: its whole content in canonical form, named by codes instead of ids so that anybody can
 * recompute the hash from an export; and its totals, written once because its lines never change again.
 * @param parts what the caller's module adds to the content, such as the measures of a plan
 * @returns the content hash that decisions will name
 * @throws Rejection `version.wrong-status` when it is no draft
 */
export async function freezeVersion(
  tx: Tx,
  actor: Actor,
  version: LockedVersion,
  { parts, at }: { parts?: Record<string, Json>; at?: Date } = {},
): Promise<string> {
  const frozen: Json = {
    document: await documentContent(tx, actor, version.versionId),
    sections: await sectionContent(tx, actor, version.versionId),
    lines: await lineContent(tx, actor, version.versionId),
    ...parts,
  };
  await writeTotals(tx, actor, version.versionId);
  await writePlaceTotals(tx, version.versionId);
  return moveVersion(tx, actor, version, 'submit', { frozen, at });
}

async function documentContent(tx: Tx, actor: Actor, versionId: string): Promise<Json> {
  const { rows } = await sql<Record<string, Json>>`
    select d.code, d.title, k.code as kind, s.code as scheme, u.code as unit, d.first_year, d.last_year, v.number,
           coalesce((select json_agg(json_build_object('name', a.name, 'sha256', a.sha256) order by a.name, a.sha256)
              from attachment a where a.institution_id = v.institution_id and a.version_id = v.version_id), '[]') as files
      from version v
      join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
      join document_kind k on k.institution_id = d.institution_id and k.kind_id = d.kind_id
      join scheme s on s.institution_id = d.institution_id and s.scheme_id = d.scheme_id
      join unit u on u.institution_id = d.institution_id and u.unit_id = d.unit_id
     where v.institution_id = ${actor.institutionId} and v.version_id = ${versionId}`.execute(tx);
  return rows[0] as Json;
}

async function sectionContent(tx: Tx, actor: Actor, versionId: string): Promise<Json> {
  const { rows } = await sql<Record<string, Json>>`
    select q.code as question, n.code as node, u.code as unit, s.body
      from section s
      join question q on q.institution_id = s.institution_id and q.question_id = s.question_id
      left join node n on n.institution_id = s.institution_id and n.node_id = s.node_id
      left join unit u on u.institution_id = s.institution_id and u.unit_id = s.unit_id
     where s.institution_id = ${actor.institutionId} and s.version_id = ${versionId}
     order by q.sort, q.code, n.sort, n.code, u.code`.execute(tx);
  // no unit, no field: what was frozen before questions were asked per unit keeps its hash when it is loaded anew
  return rows.map(({ unit, ...section }) => (unit == null ? section : { ...section, unit })) as Json;
}

async function lineContent(tx: Tx, actor: Actor, versionId: string): Promise<Json> {
  const { rows } = await sql<Record<string, Json>>`
    select l.stage, f.code as fund, u.code as unit, n.code as node, m.code as measure, l.component, l.cost_kind, l.year,
           l.cents, l.fte_milli, l.mark, l.note, l.memo, l.memo_cents, l.memo_fte_milli
      from ledger_line l
      join fund f on f.institution_id = l.institution_id and f.fund_id = l.fund_id
      join unit u on u.institution_id = l.institution_id and u.unit_id = l.unit_id
      left join node n on n.institution_id = l.institution_id and n.node_id = l.node_id
      left join measure m on m.institution_id = l.institution_id and m.measure_id = l.measure_id
     where l.institution_id = ${actor.institutionId} and l.version_id = ${versionId}
     order by l.stage, f.code, u.code, n.code, m.code, l.sort, l.component, l.cost_kind, l.year, l.line_id`.execute(
    tx,
  );
  // no memo, no field, for the same reason
  return rows.map(({ memo, memoCents, memoFteMilli, ...line }) =>
    memo ? { ...line, cents: memoCents, fteMilli: memoFteMilli, memo } : line,
  ) as Json;
}

async function writeTotals(tx: Tx, actor: Actor, versionId: string): Promise<void> {
  await sql`
    insert into version_total (institution_id, total_id, version_id, scheme_id, stage, fund_id, unit_id, node_id, year,
                               cents, fte_milli, unknown, with_cents, with_fte, provisional, masked)
    select institution_id, gen_random_uuid(), version_id, scheme_id, stage, fund_id, unit_id, node_id, year,
           coalesce(sum(cents), 0), coalesce(sum(fte_milli), 0),
           count(*) filter (where cents is null and fte_milli is null), count(cents), count(fte_milli),
           count(*) filter (where mark = 'provisional'),
           count(*) filter (where mark = 'masked' and cents is null and fte_milli is null)
      from ledger_line
     where institution_id = ${actor.institutionId} and version_id = ${versionId} and not memo
     group by institution_id, version_id, scheme_id, stage, fund_id, unit_id, node_id, year`.execute(tx);
}
