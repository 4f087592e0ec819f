import { sql } from 'kysely';
import { isPresent, presently, type VersionMoment, versionAt } from '#app/document/version-at.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { canSeeDraft, canWritePlan, type VersionHead } from './plan.ts';
import type { Named } from './plan-part.server.ts';

export type ListedVersion = Omit<VersionHead, 'note'>;

/** One plan in the list: a document, or (document null) a unit that has none of this kind yet. */
export type PlanRow = {
  kind: Named;
  unit: Named;
  unitId: string;
  document: string | null;
  title: string | null;
  firstYear: number | null;
  lastYear: number | null;
  /** the newest version that the reader may see */
  latest: ListedVersion | null;
  /** the number of the version in force now */
  inForce: number | null;
  /** the units that the newest version covers beside its own */
  covers: Named[];
  mayStart: boolean;
  /** may write documents of this kind for the unit */
  mayWrite: boolean;
};

type Row = Omit<PlanRow, 'latest' | 'inForce' | 'mayStart' | 'mayWrite' | 'covers'> & {
  versions: ListedVersion[];
};

/**
 * Units by kind of plan, with the plan of each: what exists, how far it is, and what could be started; at another
 * moment than now what existed then, how far it was, and nothing to start. Two statements.
 * @throws Missing for an unknown scheme
 */
export async function listPlans(
  tx: Tx,
  actor: Actor,
  { scheme, moment = presently }: { scheme: string; moment?: VersionMoment },
): Promise<PlanRow[]> {
  const now = isPresent(moment);
  const { inForce, status, existed } = versionAt(moment);
  const day = moment.asOf === null ? sql`current_date` : sql`${moment.asOf}::date`;
  const schemeId = await schemeIdOf(tx, actor.institutionId, scheme);
  const { rows } = await sql<Row>`
    select json_build_object('code', k.code, 'nameNl', k.name_nl, 'nameEn', k.name_en) as kind,
           json_build_object('code', u.code, 'nameNl', u.name_nl, 'nameEn', u.name_en) as unit, u.unit_id,
           d.code as document, d.title, d.first_year, d.last_year,
           coalesce((select json_agg(json_build_object('versionId', v.version_id, 'number', v.number,
               'status', ${status}, 'contentHash', v.content_hash, 'submittedAt', v.submitted_at,
               'adoptedAt', v.adopted_at, 'covers', (select coalesce(json_agg(json_build_object('code', cu.code,
                  'nameNl', cu.name_nl, 'nameEn', cu.name_en) order by cu.sort, cu.code), '[]')
                  from version_unit c join unit cu on cu.institution_id = c.institution_id
                   and cu.unit_id = c.unit_id where c.institution_id = v.institution_id
                   and c.version_id = v.version_id), 'inForce', ${inForce}) order by v.number)
              from version v where v.institution_id = d.institution_id and v.document_id = d.document_id and ${existed}), '[]')
             as versions
      from document_kind k
      join unit u on u.institution_id = k.institution_id and u.kind = any(k.unit_kinds)
      left join document d on d.institution_id = k.institution_id and d.kind_id = k.kind_id and d.unit_id = u.unit_id
     where k.institution_id = ${actor.institutionId} and k.scheme_id = ${schemeId} and (k.has_measures or k.stage is null)
       and (u.valid @> ${day} or d.document_id is not null)
     order by k.sort, k.code, u.sort, u.code, d.first_year, d.code`.execute(tx);
  return rows.map(({ versions, ...row }) => {
    const draft = canSeeDraft(actor, row);
    const seen = versions.filter((version) => draft || version.status !== 'draft');
    return {
      ...row,
      latest: seen.at(-1) ?? null,
      covers: seen.at(-1)?.covers ?? [],
      inForce: versions.find((version) => version.inForce)?.number ?? null,
      mayStart: now && row.document === null && canWritePlan(actor, row),
      mayWrite: now && canWritePlan(actor, row),
    };
  });
}
