import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import type { CellPlace } from './budget.ts';
import { lockDraft, type PlanAddress } from './draft.server.ts';

/** The amounts of one row of a budget, in all its years, and whether they stand beside the totals. */
export type MemoRow = Omit<CellPlace, 'year'> & { memo: boolean };

/**
 * Sets rows of a draft beside the totals, or among them again: what they print stays, in euros and FTE, with its
 * marks.
 * @returns how many lines changed
 * @throws Missing; Rejection `forbidden`, `plan.no-draft`; InvalidInput `budget.no-row` for each row that holds
 *   nothing
 */
export async function markMemo(
  tx: Tx,
  actor: Actor,
  { rows, ...plan }: PlanAddress & { rows: readonly MemoRow[] },
): Promise<{ changed: number }> {
  if (rows.length === 0) return { changed: 0 };
  const { versionId } = await lockDraft(tx, actor, plan);
  const asked = JSON.stringify(rows.map((row, at) => ({ ...row, at })));
  const { rows: found } = await sql<{ at: number; lines: string[]; changing: string[] }>`
    select r.at::int as at, coalesce(array_agg(l.line_id) filter (where l.line_id is not null), '{}') as lines,
           coalesce(array_agg(l.line_id) filter (where l.memo <> r.memo), '{}') as changing
      from jsonb_to_recordset(${asked}::jsonb)
           as r(at int, measure text, component text, unit text, fund text, "costKind" text, memo boolean)
      left join (ledger_line l
           join measure m on m.institution_id = l.institution_id and m.measure_id = l.measure_id
           join fund f on f.institution_id = l.institution_id and f.fund_id = l.fund_id
           join unit u on u.institution_id = l.institution_id and u.unit_id = l.unit_id)
        on l.institution_id = ${actor.institutionId} and l.version_id = ${versionId} and m.code = r.measure
           and f.code = r.fund and u.code = r.unit and l.component = r.component and l.cost_kind = r."costKind"
     group by r.at order by r.at`.execute(tx);
  const empty = found.filter((row) => row.lines.length === 0);
  if (empty.length > 0) {
    throw new InvalidInput(
      empty.map(({ at }) => ({
        path: `rows.${at}.memo`,
        code: 'budget.no-row',
        params: { measure: rows[at]!.measure, component: rows[at]!.component },
      })),
    );
  }
  const lineIds = found.flatMap((row) => row.changing);
  if (lineIds.length === 0) return { changed: 0 };
  // the right-hand sides read the row as it was: the amounts change places
  await sql`
    update ledger_line set memo = not memo, cents = memo_cents, memo_cents = cents, fte_milli = memo_fte_milli,
           memo_fte_milli = fte_milli
     where institution_id = ${actor.institutionId} and line_id = any(${lineIds}::uuid[])`.execute(tx);
  const after = found.filter((row) => row.changing.length > 0).map(({ at }) => ({ ...rows[at]! }));
  const before = after.map((row) => ({ ...row, memo: !row.memo }));
  await record(tx, actor, 'budget.memo', { kind: 'version', id: versionId }, { before, after });
  return { changed: lineIds.length };
}
