import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { type ClosedPeriod, canClose, readRoot } from './intake.server.ts';
import { monthsOf } from './intake-period.ts';

type SchemeRow = { schemeId: string; firstYear: number; lastYear: number };

async function schemeOf(tx: Tx, actor: Actor, code: string): Promise<SchemeRow> {
  const row = await tx
    .selectFrom('scheme')
    .select(['schemeId', 'firstYear', 'lastYear'])
    .where('institutionId', '=', actor.institutionId)
    .where('code', '=', code)
    .executeTakeFirst();
  if (!row) throw new Missing('scheme');
  return row;
}

/** Every closed period of a scheme. @throws Missing */
export async function listClosedPeriods(tx: Tx, actor: Actor, scheme: string): Promise<ClosedPeriod[]> {
  const { schemeId } = await schemeOf(tx, actor, scheme);
  const { rows } = await sql<ClosedPeriod>`
    select period, closed_by, to_json(closed_at) #>> '{}' as closed_at, note from closed_period
     where institution_id = ${actor.institutionId} and scheme_id = ${schemeId} order by period`.execute(tx);
  return rows;
}

/**
 * Closes a period for every unit of a scheme: what changes in it afterwards is a correction with a reason.
 * It is not opened again. Whoever closed it first did; closing it again changes nothing.
 * @throws Missing; Rejection `forbidden`, `intake.period-closed`, `intake.period-not-over`;
 *   InvalidInput `intake.period-of-scheme`
 */
export async function closePeriod(
  tx: Tx,
  actor: Actor,
  { scheme, period, note, now }: { scheme: string; period: string; note: string; now: Date },
): Promise<ClosedPeriod> {
  const { schemeId, firstYear, lastYear } = await schemeOf(tx, actor, scheme);
  if (!canClose(actor, await readRoot(tx, actor))) throw forbidden('realisation.write');
  const year = Number(period.slice(0, 4));
  if (year < firstYear || year > lastYear) {
    throw new InvalidInput([{ path: 'period', code: 'intake.period-of-scheme', params: { period } }]);
  }
  const last = `${year}-${String(monthsOf(period).last).padStart(2, '0')}`;
  if (last >= now.toISOString().slice(0, 7)) throw new Rejection('intake.period-not-over', { period });
  const closed = { period, closedBy: actor.name, closedAt: now, note };
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('closedPeriod')
    .values({ institutionId: actor.institutionId, schemeId, ...closed })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) throw new Rejection('intake.period-closed', { period });
  await record(tx, actor, 'intake.close', { kind: 'scheme', id: schemeId }, { after: { period, note } });
  return { ...closed, closedAt: now.toISOString() };
}
