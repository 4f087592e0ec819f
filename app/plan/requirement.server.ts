import { sql } from 'kysely';
import type { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { Missing, Rejection } from '#app/kernel/rejection.ts';
import { questionsOfRequirement } from '#app/scheme/requirement.server.ts';
import { lockDraft, type PlanAddress } from './draft.server.ts';
import type { judgementInput } from './requirement.input.ts';
import type { PlanRequirement } from './requirement.ts';

/** The requirements of a kind of document with what was judged of them in a version. */
export async function readRequirements(
  tx: Tx,
  actor: Actor,
  { kindId, versionId }: { kindId: string; versionId: string },
): Promise<PlanRequirement[]> {
  const { rows } = await sql<PlanRequirement>`
    select r.code, r.text_nl, r.text_en, r.source, r.norm, r.judged, r.blocks,
           ${questionsOfRequirement} as questions,
           case when j.met is not null then json_build_object('met', j.met, 'reason', j.reason, 'by', j.judged_by,
                  'at', to_char(j.judged_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                  'revision', j.revision) end as judgement
      from requirement r
      left join requirement_judgement j on j.institution_id = r.institution_id
           and j.requirement_id = r.requirement_id and j.version_id = ${versionId}
     where r.institution_id = ${actor.institutionId} and r.kind_id = ${kindId}
     order by r.sort, r.code`.execute(tx);
  return rows;
}

type JudgementInput = z.output<typeof judgementInput>;

/**
 * Says of a requirement whether the draft meets it, and why; the name of who says so goes with it.
 * @throws Missing for a requirement that nobody judges; Rejection `forbidden`, `plan.no-draft`, `conflict`
 *   (params: `theirs` as JSON, `revision`)
 */
export async function judgeRequirement(
  tx: Tx,
  actor: Actor,
  { requirement, met, reason, revision, ...plan }: JudgementInput & PlanAddress & { requirement: string },
): Promise<{ revision: number }> {
  const version = await lockDraft(tx, actor, plan);
  const { versionId, kindId } = version;
  const known = (await readRequirements(tx, actor, { kindId, versionId })).find(
    (one) => one.code === requirement && one.judged,
  );
  if (!known) throw new Missing('requirement');
  const stored = known.judgement;
  if ((stored?.revision ?? 0) !== revision) {
    throw new Rejection('conflict', {
      theirs: stored ? JSON.stringify(stored) : null,
      revision: stored?.revision ?? 0,
    });
  }
  await sql`
    insert into requirement_judgement (institution_id, version_id, requirement_id, met, reason, judged_by, judged_at)
    select r.institution_id, ${versionId}, r.requirement_id, ${met}, ${reason}, ${actor.name}, now()
      from requirement r
     where r.institution_id = ${actor.institutionId} and r.kind_id = ${kindId} and r.code = ${requirement}
    on conflict (institution_id, version_id, requirement_id) do update
      set met = excluded.met, reason = excluded.reason, judged_by = excluded.judged_by,
          judged_at = excluded.judged_at, revision = requirement_judgement.revision + 1`.execute(tx);
  await record(
    tx,
    actor,
    'requirement.judge',
    { kind: 'version', id: versionId },
    {
      before: stored ? { requirement, met: stored.met, reason: stored.reason } : null,
      after: { requirement, met, reason },
    },
  );
  return { revision: revision + 1 };
}
