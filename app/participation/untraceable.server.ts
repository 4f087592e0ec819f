import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { readTraceFacts } from './trace.server.ts';
import { traceLines } from './trace.ts';
import { type Untraceable, untraceableOf } from './trace-total.ts';

type Head = { seq: number; hash: string };

type Known = Map<string, { state: string; head: Head; answer: Untraceable }>;

/**
 * Per database (Kysely has one adapter for each) and scheme the last answer of this process, the state of the
 * institution that it was made from, and how far it holds.
 */
const answers = new WeakMap<object, Known>();
const most = 1000;

/**
 * Acts that leave every chain as it was. They write no table that `readTraceFacts` reads, but lines of drafts, of
 * which it reads none: a draft's lines are in a chain once it is in force, and that is another act. What is not
 * named here counts as a change.
 */
const harmless = [
  ...['budget.save', 'budget.mark', 'budget.memo', 'section.save', 'quote.add', 'quote.remove'],
  ...['comment.put', 'comment.change', 'scenario.create', 'scenario.save', 'progress.save', 'evidence.add'],
  ...['indicator.record', 'reflection.write', 'notices.change', 'identity.sign-in'],
];

/**
 * What has no chain in a scheme at a moment, as `untraceableOf(traceLines(…))` tells. It runs over every line in
 * force, so the answer is kept until something changes that a chain may run over. Whether it did, one statement asks
 * the database each time: every write adds to the institution's audit chain, and time alone brings versions in or out
 * of force. So no process can give an answer that another has made old.
 */
export async function getUntraceable(
  tx: Tx,
  actor: Actor,
  { schemeId, at }: { schemeId: string; at: Date },
): Promise<Untraceable> {
  const key = `${actor.institutionId} ${schemeId}`;
  const database = tx.getExecutor().adapter;
  const known: Known = answers.get(database) ?? new Map();
  answers.set(database, known);
  const before = known.get(key);
  const { rows } = await sql<Head & { state: string; changed: boolean }>`
    select a.seq, a.hash, concat_ws(' ', ${at}::date,
             (select count(*) from in_force i where i.institution_id = a.institution_id and lower(i.valid) <= ${at}::timestamptz),
             (select count(*) from in_force i where i.institution_id = a.institution_id and upper(i.valid) <= ${at}::timestamptz)) as state,
           exists (select from audit_entry e where e.institution_id = a.institution_id and e.seq > ${before?.head.seq ?? 0}
                      and e.action <> all(${harmless}))
             -- the entry it was made at is still there: not so in a database that was put back
             or ${before?.head.seq ?? 0} > 0 and not exists (select from audit_entry e where e.institution_id = a.institution_id
                      and e.seq = ${before?.head.seq ?? 0} and e.hash = ${before?.head.hash ?? ''}) as changed
      from audit_head a where a.institution_id = ${actor.institutionId}`.execute(tx);
  const { seq, hash, state, changed } = rows[0]!;
  if (before && before.state === state && !changed) {
    before.head = { seq, hash };
    return before.answer;
  }
  const answer = untraceableOf(traceLines(await readTraceFacts(tx, actor, { schemeId, at, together: true })));
  if (known.size >= most) known.clear();
  known.set(key, { state, head: { seq, hash }, answer });
  return answer;
}
