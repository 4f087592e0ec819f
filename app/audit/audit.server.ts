import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { canonical, type Json, sha256 } from '#app/kernel/hash.ts';

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
  const head = await tx
    .selectFrom('auditHead')
    .select(['seq', 'hash', sql<Date>`clock_timestamp()`.as('now')])
    .where('institutionId', '=', actor.institutionId)
    .forUpdate()
    .executeTakeFirstOrThrow();
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
  await tx
    .insertInto('auditEntry')
    .values({
      institutionId: actor.institutionId,
      ...entry,
      before: entry.before === null ? null : JSON.stringify(entry.before),
      after: entry.after === null ? null : JSON.stringify(entry.after),
      previousHash: head.hash,
      hash,
    })
    .execute();
  await tx
    .updateTable('auditHead')
    .set({ seq: entry.seq, hash })
    .where('institutionId', '=', actor.institutionId)
    .execute();
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
