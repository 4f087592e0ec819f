import { sql } from 'kysely';
import { type Actor, may } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { canonical, type Json, sha256 } from '#app/kernel/hash.ts';
import { forbidden } from '#app/kernel/rejection.ts';

/** The subject of an entry: a table's name and the id of its row. */
export type Subject = { kind: string; id: string | null };

export type AuditEntry = {
  seq: number;
  at: string;
  actorKind: Actor['kind'];
  actorId: string | null;
  actorName: string;
  action: string;
  subjectKind: string;
  subjectId: string | null;
  before: Json;
  after: Json;
};

/** What the chain hashes: every field that an entry shows, and the hash of the entry before it. */
export function entryHash(previousHash: string, entry: AuditEntry): string {
  return sha256(previousHash + canonical(entry));
}

/**
 * Appends one entry to the institution's hash chain, in the transaction of the write it describes (law 10).
 * The head of the chain is locked until that transaction ends: call it last, so that the lock is short.
 * @param action the domain's verb, such as `plan.submit`
 */
export async function record(
  tx: Tx,
  actor: Actor,
  action: string,
  subject: Subject,
  change: { before?: Json; after?: Json },
): Promise<void> {
  const { rows } = await sql<{ seq: number; hash: string; now: Date }>`
    select seq, hash, clock_timestamp() as now from audit_head
     where institution_id = ${actor.institutionId} for update`.execute(tx);
  const head = rows[0]!;
  const entry: AuditEntry = {
    seq: head.seq + 1,
    at: head.now.toISOString(),
    actorKind: actor.kind,
    actorId: actor.accountId,
    actorName: actor.name,
    action,
    subjectKind: subject.kind,
    subjectId: subject.id,
    // through JSON once, so that what is hashed is what the database gives back
    before: JSON.parse(JSON.stringify(change.before ?? null)),
    after: JSON.parse(JSON.stringify(change.after ?? null)),
  };
  const hash = entryHash(head.hash, entry);
  const { institutionId } = actor;
  const text = (value: Json) => (value === null ? null : JSON.stringify(value));
  // the entry and the head in one statement: neither can be without the other
  await sql`
    with entry as (
      insert into audit_entry (institution_id, seq, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id,
                               before, after, previous_hash, hash)
      values (${institutionId}, ${entry.seq}, ${entry.at}, ${entry.actorKind}, ${entry.actorId}, ${entry.actorName},
              ${entry.action}, ${entry.subjectKind}, ${entry.subjectId}, ${text(entry.before)}, ${text(entry.after)},
              ${head.hash}, ${hash}))
    update audit_head set seq = ${entry.seq}, hash = ${hash} where institution_id = ${institutionId}`.execute(
    tx,
  );
}

/**
 * Recomputes the chain of one institution.
 * @returns the sequence number of the first entry that does not fit, or null when the chain is whole
 */
export async function firstBrokenEntry(tx: Tx, institutionId: string): Promise<number | null> {
  const entries = await tx
    .selectFrom('auditEntry')
    .selectAll()
    .where('institutionId', '=', institutionId)
    .orderBy('seq')
    .execute();
  let previous = '';
  let seq = 0;
  for (const row of entries) {
    seq += 1;
    const entry: AuditEntry = {
      seq: row.seq,
      at: new Date(row.at).toISOString(),
      actorKind: row.actorKind as Actor['kind'],
      actorId: row.actorId,
      actorName: row.actorName,
      action: row.action,
      subjectKind: row.subjectKind,
      subjectId: row.subjectId,
      before: row.before as Json,
      after: row.after as Json,
    };
    if (row.seq !== seq || row.previousHash !== previous || row.hash !== entryHash(previous, entry))
      return seq;
    previous = row.hash;
  }
  const head = await tx
    .selectFrom('auditHead')
    .select(['seq', 'hash'])
    .where('institutionId', '=', institutionId)
    .executeTakeFirst();
  return head && head.seq === seq && head.hash === previous ? null : seq + 1;
}

export type TrailFilter = {
  action?: string | undefined;
  subject?: string | undefined;
  /** the name of who did it */
  person?: string | undefined;
  /** ISO days, both included */
  from?: string | undefined;
  through?: string | undefined;
  /** only entries before this sequence number: the next page */
  before?: number | undefined;
};

const pageSize = 50;

/**
 * One page of the chain, the newest first, with the kinds of action and subject there are to filter by.
 * @returns `next`: the sequence number to pass as `before` for the next page, or null at the end
 */
export async function readTrail(tx: Tx, actor: Actor, filter: TrailFilter) {
  if (!may(actor, 'audit.read')) throw forbidden('audit.read');
  let query = tx
    .selectFrom('auditEntry')
    .select(['seq', 'at', 'actorKind', 'actorName', 'action', 'subjectKind', 'subjectId', 'before', 'after'])
    .select('hash')
    .where('institutionId', '=', actor.institutionId);
  if (filter.action) query = query.where('action', '=', filter.action);
  if (filter.subject) query = query.where('subjectKind', '=', filter.subject);
  if (filter.person) query = query.where('actorName', '=', filter.person);
  if (filter.from) query = query.where('at', '>=', sql<Date>`${filter.from}::date`);
  if (filter.through) query = query.where('at', '<', sql<Date>`${filter.through}::date + 1`);
  if (filter.before) query = query.where('seq', '<', filter.before);
  const rows = await query
    .orderBy('seq', 'desc')
    .limit(pageSize + 1)
    .execute();
  const kinds = await tx
    .selectFrom('auditEntry')
    .select(['action', 'subjectKind', 'actorName'])
    .distinct()
    .where('institutionId', '=', actor.institutionId)
    .execute();
  const entries = rows.slice(0, pageSize).map((row) => ({
    ...row,
    at: new Date(row.at).toISOString(),
    before: row.before as Json,
    after: row.after as Json,
  }));
  return {
    entries,
    next: rows.length > pageSize ? entries.at(-1)!.seq : null,
    actions: [...new Set(kinds.map((one) => one.action))].sort(),
    subjects: [...new Set(kinds.map((one) => one.subjectKind))].sort(),
    people: [...new Set(kinds.map((one) => one.actorName))].sort(),
  };
}

/** Recomputes the chain for whoever may read it. @returns how long it is and where it first breaks, if it does */
export async function checkTrail(
  tx: Tx,
  actor: Actor,
): Promise<{ entries: number; brokenAt: number | null }> {
  if (!may(actor, 'audit.read')) throw forbidden('audit.read');
  const brokenAt = await firstBrokenEntry(tx, actor.institutionId);
  const { entries } = await tx
    .selectFrom('auditEntry')
    .select((eb) => eb.fn.countAll<number>().as('entries'))
    .where('institutionId', '=', actor.institutionId)
    .executeTakeFirstOrThrow();
  return { entries, brokenAt };
}
