import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { sum } from '#app/kernel/money.ts';
import { type ClosedPeriod, canClose, readClosed, readRoot } from './closed-period.server.ts';
import { type IntakeAddress, openIntake, readFiles } from './intake-file.server.ts';
import { readGroups } from './intake-line.server.ts';
import { readRules } from './intake-rule.server.ts';
import { type Booked, cellChanges, positionOf, type Settled, settle } from './intake-settle.ts';
import type { Report } from './report.server.ts';

/** A correction that was booked before: it stays a line of its own in every later version. */
export type BookedCorrection = {
  place: string;
  period: string;
  cents: number;
  reason: string;
  number: number;
};

/** Everything about the intake of a unit's year: files, rules, what they make of the rows, what is closed. */
export type Intake = {
  report: Report;
  scope: { schemeId: string; unitId: string; year: number };
  files: Awaited<ReturnType<typeof readFiles>>;
  rules: Awaited<ReturnType<typeof readRules>>;
  settled: Settled;
  closed: ClosedPeriod[];
  before: Booked;
  /** number of the version that was last booked from files; null: none was */
  lastVersion: number | null;
  corrections: BookedCorrection[];
  mayClose: boolean;
};

/** Rows up to which descriptions are read although no rule asks for them. */
const textsUpTo = 20_000;

/**
 * @param rowNumbers whether the rows behind each part are named, for a booking
 * @throws Missing; Rejection `forbidden`
 */
export async function getIntake(
  tx: Tx,
  actor: Actor,
  { rowNumbers = false, ...address }: IntakeAddress & { rowNumbers?: boolean },
): Promise<Intake> {
  const { report, scope } = await openIntake(tx, actor, address);
  const files = await readFiles(tx, actor, scope);
  const rules = await readRules(tx, actor, scope);
  const groups = await readGroups(tx, actor, {
    ...scope,
    several: files.filter((file) => file.status === 'read').length > 1,
    // texts help people to see what a row is; in large files only as far as rules need them
    texts: rules.some((rule) => rule.contains !== '') || sum(files.map((file) => file.rowCount)) <= textsUpTo,
    rowNumbers,
  });
  const closed = await readClosed(tx, actor, scope);
  const last = await readLast(tx, actor, scope);
  const corrections = await readCorrections(tx, actor, scope);
  return {
    ...{ report, scope, files, rules, closed, corrections },
    settled: settle(groups, rules, report),
    before: last.booked,
    lastVersion: last.number,
    mayClose: canClose(actor, await readRoot(tx, actor)),
  };
}

/** Place by place and period by period what a booking would change. */
export function intakeChanges({ settled, before, closed }: Intake) {
  const position = positionOf(settled.parts);
  return { position, ...cellChanges(before, position, new Set(closed.map((one) => one.period))) };
}

async function readLast(
  tx: Tx,
  actor: Actor,
  { schemeId, unitId, year }: Intake['scope'],
): Promise<{ booked: Booked; number: number | null }> {
  const { rows } = await sql<{ place: string; period: string; cents: number; number: number }>`
    with last as (select v.version_id, v.number from version v
        join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
             and d.scheme_id = ${schemeId} and d.unit_id = ${unitId}
       where v.institution_id = ${actor.institutionId} and v.status in ('submitted', 'adopted')
         and exists (select from intake_part p join intake_file f on f.institution_id = p.institution_id
                and f.file_id = p.file_id and f.year = ${year}
                where p.institution_id = v.institution_id and p.version_id = v.version_id)
       order by v.created_at desc, v.number desc limit 1)
    select p.place, p.period, sum(p.cents)::bigint as cents, last.number
      from last join intake_part p on p.institution_id = ${actor.institutionId} and p.version_id = last.version_id
     where p.place is not null group by p.place, p.period, last.number`.execute(tx);
  const booked: Booked = new Map();
  for (const { place, period, cents } of rows) {
    const at = booked.get(place) ?? new Map<string, number>();
    booked.set(place, at.set(period, cents));
  }
  return { booked, number: rows[0]?.number ?? null };
}

async function readCorrections(
  tx: Tx,
  actor: Actor,
  { schemeId, unitId, year }: Intake['scope'],
): Promise<BookedCorrection[]> {
  const { rows } = await sql<BookedCorrection>`
    select c.place, c.period, c.cents, c.reason, v.number from intake_correction c
      join version v on v.institution_id = c.institution_id and v.version_id = c.version_id
           and v.status in ('submitted', 'adopted')
     where c.institution_id = ${actor.institutionId} and c.scheme_id = ${schemeId} and c.unit_id = ${unitId}
       and c.year = ${year} order by v.number, c.period, c.place`.execute(tx);
  return rows;
}
