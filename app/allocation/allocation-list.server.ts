import { sql } from 'kysely';
import { presently, type VersionMoment, versionAt } from '#app/document/version-at.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { settingAt } from '#app/kernel/setting-at.server.ts';
import { type AllocationDocument, canSeeDraft } from './version.ts';

/** The allocation documents of a scheme with their versions; drafts only for who may see them. */
export async function listAllocations(
  tx: Tx,
  actor: Actor,
  schemeId: string,
  moment = presently,
): Promise<AllocationDocument[]> {
  return listDocuments(tx, actor, { schemeId, carries: false, moment });
}

/** The documents that only carry money over from year to year; drafts only for who may see them. */
export async function listCarryOvers(
  tx: Tx,
  actor: Actor,
  schemeId: string,
  moment = presently,
): Promise<AllocationDocument[]> {
  return listDocuments(tx, actor, { schemeId, carries: true, moment });
}

async function listDocuments(
  tx: Tx,
  actor: Actor,
  { schemeId, carries, moment }: { schemeId: string; carries: boolean; moment: VersionMoment },
): Promise<AllocationDocument[]> {
  const { inForce, status, existed } = versionAt(moment);
  const { rows } = await sql<AllocationDocument>`
    select d.document_id, d.code, d.title,
           jsonb_build_object('code', k.code, 'nameNl', k.name_nl, 'nameEn', k.name_en) as kind,
           jsonb_agg(jsonb_build_object('versionId', v.version_id, 'number', v.number, 'status', ${status},
             'note', v.note, 'hash', v.content_hash,
             'inForce', ${inForce},
             'from', (select (min(lower(i.valid)) at time zone 'Europe/Amsterdam')::date from in_force i
                where i.institution_id = v.institution_id and i.version_id = v.version_id),
             'fund', coalesce(r.inputs->>'fund', (select f.code from ledger_line l join fund f using (institution_id, fund_id)
                where l.institution_id = v.institution_id and l.version_id = v.version_id order by f.sort limit 1)),
             'basis', r.inputs->>'basis', 'totals', coalesce(r.inputs->'totals', '{}')) order by v.number) as versions
      from document d
      join document_kind k on k.institution_id = d.institution_id and k.kind_id = d.kind_id
      join version v on v.institution_id = d.institution_id and v.document_id = d.document_id and ${existed}
      left join allocation_run r on r.institution_id = v.institution_id and r.version_id = v.version_id
     where d.institution_id = ${actor.institutionId} and d.scheme_id = ${schemeId} and k.stage = 'allocated'
       and ${carries} = exists (select from ${settingAt('carry_over_rule', moment.knownOn)} c where c.institution_id = k.institution_id and c.kind_id = k.kind_id)
     group by d.institution_id, d.document_id, k.institution_id, k.kind_id
     order by k.sort, d.created_at, d.code`.execute(tx);
  if (canSeeDraft(actor)) return rows;
  return rows
    .map((one) => ({ ...one, versions: one.versions.filter(({ status }) => status !== 'draft') }))
    .filter((one) => one.versions.length > 0);
}
