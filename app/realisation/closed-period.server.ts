import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import { type Actor, may } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { isOver, isYearClosed } from './intake-period.ts';
import type { Report } from './report.server.ts';

export type ClosedPeriod = { period: string; closedBy: string; closedAt: string; note: string };

/** Who may close a period of a scheme: whoever books for the institution as a whole. */
export function canClose(actor: Actor, root: { unitId: string } | null): boolean {
  return root !== null && may(actor, 'realisation.write', root.unitId);
}

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
  if (!isOver(period, now.toISOString().slice(0, 7)))
    throw new Rejection('intake.period-not-over', { period });
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

/** The closing that closed the whole year of a report; null while some month is open. One statement. */
export async function closedYear(
  tx: Tx,
  actor: Actor,
  { scheme, year }: Pick<Report, 'scheme' | 'year'>,
): Promise<ClosedPeriod | null> {
  const closed = await readClosed(tx, actor, { schemeId: scheme.schemeId, year });
  if (!isYearClosed(closed.map((one) => one.period))) return null;
  return closed.toSorted((a, b) => a.closedAt.localeCompare(b.closedAt)).at(-1)!;
}

/** What is booked in a year whose books are closed is a correction. @throws InvalidInput `realisation.closed-year` */
export async function refuseSilentCorrection(
  tx: Tx,
  actor: Actor,
  { report, why }: { report: Report; why: string },
): Promise<void> {
  if (why.trim() !== '') return;
  const closed = await closedYear(tx, actor, report);
  if (!closed) return;
  const params = { year: String(report.year), by: closed.closedBy };
  throw new InvalidInput([{ path: 'note', code: 'realisation.closed-year', params }]);
}

/** The closed periods of a scheme, in the years of interest. */
export async function readClosed(
  tx: Tx,
  actor: Actor,
  { schemeId, year }: { schemeId: string; year: number },
): Promise<ClosedPeriod[]> {
  const { rows } = await sql<ClosedPeriod>`
    select period, closed_by, to_json(closed_at) #>> '{}' as closed_at, note from closed_period
     where institution_id = ${actor.institutionId} and scheme_id = ${schemeId}
       and period like ${`${year}-%`} order by period`.execute(tx);
  return rows;
}

/** The institution itself: the unit that hangs under nothing. */
export async function readRoot(tx: Tx, actor: Actor): Promise<{ unitId: string } | null> {
  const { rows } = await sql<{ unitId: string }>`
    select u.unit_id from unit u where u.institution_id = ${actor.institutionId}
       and not exists (select from unit_placement p where p.institution_id = u.institution_id and p.unit_id = u.unit_id)
     order by u.sort, u.code limit 1`.execute(tx);
  return rows[0] ?? null;
}
