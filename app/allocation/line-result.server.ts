import { sql } from 'kysely';
import { type VersionMoment, versionAt } from '#app/document/version-at.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Aside, Line } from './receiver.ts';
import type { AllocationResult } from './version.ts';

/** What a version gives out by its ledger lines: of one that was recorded without rules. One statement. */
export async function resultOfLines(tx: Tx, actor: Actor, versionId: string): Promise<AllocationResult> {
  const { rows } = await sql<Line & { provisional: boolean; pm: boolean; memo: boolean; known: boolean }>`
    select u.code as unit, n.code as node, l.year, coalesce(sum(l.cents), sum(l.memo_cents), 0)::bigint as cents, l.memo,
           count(coalesce(l.cents, l.memo_cents)) > 0 as known,
           bool_or(l.mark is not distinct from 'provisional') as provisional, bool_or(l.mark is not distinct from 'pm') as pm
      from ledger_line l
      join unit u on u.institution_id = l.institution_id and u.unit_id = l.unit_id
      left join node n on n.institution_id = l.institution_id and n.node_id = l.node_id
     where l.institution_id = ${actor.institutionId} and l.version_id = ${versionId}
     group by u.code, n.code, l.year, l.memo order by l.year, u.code, n.code`.execute(tx);
  const counted = rows.filter((row) => !row.memo);
  const totals: Record<string, number> = {};
  for (const { year, cents } of counted) totals[year] = (totals[year] ?? 0) + cents;
  const lineOf = ({ unit, node, year, cents }: Line): Line => ({ unit, node, year, cents });
  const starred = (row: (typeof rows)[number]) => row.provisional && { provisional: true as const };
  return {
    totals,
    lines: counted.map((row) => ({ ...lineOf(row), ...starred(row) })),
    ...{ unallocated: {}, reasons: [], provisional: [] },
    asides: rows
      .filter((row) => row.memo || row.pm)
      .map((row) => ({ ...lineOf(row), cents: row.known ? row.cents : null, pm: row.pm, memo: row.memo })),
  };
}

/**
 * What the allocations in force at a moment name and do not count: amounts that are still open, and memos. One
 * statement.
 */
export async function readAsides(
  tx: Tx,
  actor: Actor,
  { schemeId, moment }: { schemeId: string; moment: VersionMoment },
): Promise<(Aside & { fund: string })[]> {
  const { held } = versionAt(moment);
  const { rows } = await sql<Aside & { fund: string }>`
    select f.code as fund, u.code as unit, n.code as node, l.year, sum(coalesce(l.cents, l.memo_cents))::bigint as cents,
           l.memo, bool_or(l.mark is not distinct from 'pm') as pm
      from document d
      join document_kind k on k.institution_id = d.institution_id and k.kind_id = d.kind_id and k.stage = 'allocated'
      join in_force i on i.institution_id = d.institution_id and i.document_id = d.document_id and ${held}
      join ledger_line l on l.institution_id = i.institution_id and l.version_id = i.version_id
           and (l.memo or l.mark = 'pm')
      join fund f on f.institution_id = l.institution_id and f.fund_id = l.fund_id
      join unit u on u.institution_id = l.institution_id and u.unit_id = l.unit_id
      left join node n on n.institution_id = l.institution_id and n.node_id = l.node_id
     where d.institution_id = ${actor.institutionId} and d.scheme_id = ${schemeId}
     group by f.code, u.code, n.code, l.year, l.memo order by l.year, u.code, n.code`.execute(tx);
  return rows;
}
