import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { readTraceFacts } from './trace.server.ts';
import { traceLines } from './trace.ts';
import { type Untraceable, untraceableOf } from './trace-total.ts';

/** Per scheme the last answer of this process, and the state of the institution that it was made from. */
const known = new Map<string, { state: string; answer: Untraceable }>();
const most = 1000;

/**
 * What has no chain in a scheme at a moment, as `untraceableOf(traceLines(…))` tells. It runs over every line in
 * force, so the answer is kept until anything changes. Whether something did, one statement asks the database each
 * time: every write adds to the institution's audit chain, and time alone brings versions in or out of force.
 * So no process can give an answer that another has made old.
 */
export async function getUntraceable(
  tx: Tx,
  actor: Actor,
  { schemeId, at }: { schemeId: string; at: Date },
): Promise<Untraceable> {
  const key = `${actor.institutionId} ${schemeId}`;
  const { rows } = await sql<{ state: string }>`
    select concat_ws(' ', a.seq, a.hash, ${at}::date,
             (select count(*) from in_force i where i.institution_id = a.institution_id and lower(i.valid) <= ${at}::timestamptz),
             (select count(*) from in_force i where i.institution_id = a.institution_id and upper(i.valid) <= ${at}::timestamptz)) as state
      from audit_head a where a.institution_id = ${actor.institutionId}`.execute(tx);
  const { state } = rows[0]!;
  const before = known.get(key);
  if (before?.state === state) return before.answer;
  const answer = untraceableOf(traceLines(await readTraceFacts(tx, actor, { schemeId, at, together: true })));
  if (known.size >= most) known.clear();
  known.set(key, { state, answer });
  return answer;
}
