import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { readTraceFacts } from './trace.server.ts';
import { traceLines } from './trace.ts';
import { type Untraceable, untraceableOf } from './trace-total.ts';

export type TraceNote = { scheme: string; untraceable: Untraceable; unknown: Untraceable };

/** What of each scheme's money has no chain at a moment, and of what the chain is not known. */
export async function listTraceNotes(tx: Tx, actor: Actor, at: Date): Promise<TraceNote[]> {
  const schemes = await tx
    .selectFrom('scheme')
    .select(['schemeId', 'code'])
    .where('institutionId', '=', actor.institutionId)
    .orderBy('code')
    .execute();
  const notes: TraceNote[] = [];
  for (const { schemeId, code } of schemes) {
    const lines = traceLines(await readTraceFacts(tx, actor, { schemeId, at, together: true }));
    notes.push({
      scheme: code,
      untraceable: untraceableOf(lines),
      unknown: untraceableOf(lines, 'unknown'),
    });
  }
  return notes;
}
