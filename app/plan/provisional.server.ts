import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import type { CellPlace } from './budget.ts';
import { lockDraft, type PlanAddress } from './draft.server.ts';

/** An amount of the draft, and whether it is still provisional. */
export type ProvisionalCell = CellPlace & { provisional: boolean };

/**
 * Marks amounts of a draft as provisional, or as final. The amount itself stays; *pm* is no amount.
 * @returns how many changed
 * @throws Missing; Rejection `forbidden`, `plan.no-draft`; InvalidInput `budget.no-amount` for each place
 *   that holds no amount
 */
export async function markProvisional(
  tx: Tx,
  actor: Actor,
  { cells, ...plan }: PlanAddress & { cells: readonly ProvisionalCell[] },
): Promise<{ changed: number }> {
  if (cells.length === 0) return { changed: 0 };
  const { versionId } = await lockDraft(tx, actor, plan);
  const { rows } = await sql<{ at: number; lineId: string | null; marked: boolean }>`
    select c.at::int as at, l.line_id, coalesce(l.mark = 'provisional', false) as marked
      from jsonb_to_recordset(${JSON.stringify(cells.map((cell, at) => ({ ...cell, at })))}::jsonb)
           as c(at int, measure text, component text, unit text, fund text, "costKind" text, year int)
      left join lateral (select l.line_id, l.mark from ledger_line l
             join measure m on m.institution_id = l.institution_id and m.measure_id = l.measure_id
             join fund f on f.institution_id = l.institution_id and f.fund_id = l.fund_id
             join unit u on u.institution_id = l.institution_id and u.unit_id = l.unit_id
            where l.institution_id = ${actor.institutionId} and l.version_id = ${versionId}
              and m.code = c.measure and f.code = c.fund and u.code = c.unit and l.component = c.component
              and l.cost_kind = c."costKind" and l.year = c.year and l.mark is distinct from 'pm'
            limit 1) l on true
     order by c.at`.execute(tx);
  const missing = rows.filter((row) => row.lineId === null);
  if (missing.length > 0) {
    throw new InvalidInput(
      missing.map(({ at }) => ({
        path: `cells.${at}.provisional`,
        code: 'budget.no-amount',
        params: { measure: cells[at]!.measure, year: String(cells[at]!.year) },
      })),
    );
  }
  const changed = rows.filter(({ at, marked }) => cells[at]!.provisional !== marked);
  for (const provisional of [true, false]) {
    const lineIds = changed.filter(({ at }) => cells[at]!.provisional === provisional);
    if (lineIds.length === 0) continue;
    await tx
      .updateTable('ledgerLine')
      .set({ mark: provisional ? 'provisional' : null })
      .where('institutionId', '=', actor.institutionId)
      .where(
        'lineId',
        'in',
        lineIds.map((row) => row.lineId!),
      )
      .execute();
  }
  if (changed.length > 0) {
    const after = changed.map(({ at }) => ({ ...cells[at]! }));
    const before = changed.map(({ at, marked }) => ({ ...cells[at]!, provisional: marked }));
    await record(tx, actor, 'budget.mark', { kind: 'version', id: versionId }, { before, after });
  }
  return { changed: changed.length };
}
