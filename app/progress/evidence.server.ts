import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { sha256 } from '#app/kernel/hash.ts';
import { Missing, Rejection } from '#app/kernel/rejection.ts';
import { memberOf } from '#app/participation/work.server.ts';
import { type Confidentiality, canReadEvidence, type EvidenceKind } from './evidence.ts';
import { canWriteProgress } from './progress.ts';

/** What evidence is for, named by codes; `document` is the plan of a measure or the document of a version. */
export type Subject = {
  document: string | null;
  measure: string | null;
  year: number | null;
  step: string | null;
  version: number | null;
  decision: string | null;
  consultation: string | null;
  title: string;
};

export type Evidence = {
  evidenceId: string;
  code: string;
  kind: EvidenceKind;
  unitId: string;
  unit: string;
  unitNl: string;
  unitEn: string;
  title: string;
  description: string;
  source: string;
  /** the day that it speaks of, and its stretch of time; ISO days, the end included */
  effectiveOn: string;
  periodFrom: string | null;
  periodThrough: string | null;
  confidentiality: Confidentiality;
  sha256: string | null;
  fileName: string | null;
  url: string | null;
  /** what it is, where it is a version, a decision or a consultation */
  target: {
    scheme: string;
    document: string | null;
    number: number | null;
    id: string;
    title: string;
    hash: string | null;
  } | null;
  /** thousandths of `figureUnit` */
  figureMilli: number | null;
  figureUnit: string;
  approximate: boolean;
  addedAt: string;
  withdrawnAt: string | null;
  withdrawnReason: string;
  subjects: Subject[];
  mayWithdraw: boolean;
};

export type EvidenceAsked = {
  /** code of the scheme */
  scheme: string;
  /** of one measure, by the codes of its plan and itself */
  document?: string | null;
  measure?: string | null;
  /** code of one piece */
  evidence?: string | null;
  /** code of the unit whose it is */
  unit?: string | null;
};

/** Evidence that the actor may see, the newest first; what was withdrawn with the reason. At most three statements. */
export async function listEvidence(tx: Tx, actor: Actor, asked: EvidenceAsked): Promise<Evidence[]> {
  const near = await nearUnits(tx, actor);
  const { rows } = await sql<Omit<Evidence, 'mayWithdraw'>>`
    select e.evidence_id, e.code, e.kind, e.unit_id, u.code as unit, u.name_nl as unit_nl, u.name_en as unit_en, e.title,
           e.description, e.source, e.effective_on, lower(e.period) as period_from, upper(e.period) - 1 as period_through,
           e.confidentiality, e.sha256, e.file_name, e.url, ${targetOf} as target, e.figure_milli, e.figure_unit,
           e.approximate, to_json(e.added_at) #>> '{}' as added_at, to_json(e.withdrawn_at) #>> '{}' as withdrawn_at,
           e.withdrawn_reason, ${subjectsOf} as subjects
      from evidence e
      join scheme s on s.institution_id = e.institution_id and s.scheme_id = e.scheme_id
      join unit u on u.institution_id = e.institution_id and u.unit_id = e.unit_id
     where e.institution_id = ${actor.institutionId} and s.code = ${asked.scheme}
       ${asked.evidence ? sql`and e.code = ${asked.evidence}` : sql``}
       ${asked.unit ? sql`and u.code = ${asked.unit}` : sql``}
       ${asked.measure ? sql`and e.evidence_id in (${ofMeasure(actor, asked.document ?? '', asked.measure)})` : sql``}
     order by e.withdrawn_at is not null, e.effective_on desc, e.added_at desc, e.code desc`.execute(tx);
  return rows
    .filter((one) => canReadEvidence(actor, one, near))
    .map((one) => ({ ...one, mayWithdraw: one.withdrawnAt === null && canWriteProgress(actor, one) }));
}

function ofMeasure({ institutionId }: Actor, document: string, measure: string): RawBuilder<unknown> {
  return sql`select l.evidence_id from evidence_link l
      join measure m on m.institution_id = l.institution_id and m.measure_id = l.measure_id
      join document d on d.institution_id = m.institution_id and d.document_id = m.document_id
     where l.institution_id = ${institutionId} and d.code = ${document} and m.code = ${measure}`;
}

const targetOf = sql`case e.kind
  when 'version' then (select json_build_object('scheme', ds.code, 'document', d.code, 'number', v.number,
      'id', v.version_id, 'title', d.title, 'hash', v.content_hash) from version v
      join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
      join scheme ds on ds.institution_id = d.institution_id and ds.scheme_id = d.scheme_id
     where v.institution_id = e.institution_id and v.version_id = e.version_id)
  when 'decision' then (select json_build_object('scheme', ds.code, 'document', d.code, 'number', v.number,
      'id', x.decision_id, 'title', b.name_nl || ': ' || d.title, 'hash', x.version_hash) from decision x
      join body b on b.institution_id = x.institution_id and b.body_id = x.body_id
      join version v on v.institution_id = x.institution_id and v.version_id = x.version_id
      join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
      join scheme ds on ds.institution_id = d.institution_id and ds.scheme_id = d.scheme_id
     where x.institution_id = e.institution_id and x.decision_id = e.decision_id)
  when 'consultation' then (select json_build_object('scheme', cs.code, 'document', null, 'number', null,
      'id', c.consultation_id, 'title', c.title, 'hash', null) from consultation c
      join scheme cs on cs.institution_id = c.institution_id and cs.scheme_id = c.scheme_id
     where c.institution_id = e.institution_id and c.consultation_id = e.consultation_id)
  end`;

const subjectsOf = sql`coalesce((select json_agg(json_build_object(
    'document', coalesce(md.code, d.code), 'measure', m.code, 'year', l.year, 'step', l.step, 'version', v.number,
    'decision', l.decision_id, 'consultation', l.consultation_id,
    'title', coalesce(t.name, d.title, c.title, b.name_nl, '')) order by m.code, l.year, l.step, l.link_id)
  from evidence_link l
  left join measure m on m.institution_id = l.institution_id and m.measure_id = l.measure_id
  left join document md on md.institution_id = m.institution_id and md.document_id = m.document_id
  left join measure_text t on t.institution_id = l.institution_id and t.version_id = l.at_version_id and t.measure_id = l.measure_id
  left join version v on v.institution_id = l.institution_id and v.version_id = coalesce(l.version_id, l.at_version_id)
  left join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
  left join consultation c on c.institution_id = l.institution_id and c.consultation_id = l.consultation_id
  left join decision x on x.institution_id = l.institution_id and x.decision_id = l.decision_id
  left join body b on b.institution_id = x.institution_id and b.body_id = x.body_id
 where l.institution_id = e.institution_id and l.evidence_id = e.evidence_id), '[]')`;

/** The units at or below which a body of the actor stands: their councils see what is for councils. */
export async function nearUnits(tx: Tx, actor: Actor): Promise<string[]> {
  const bodies = await memberOf(tx, actor);
  if (bodies.length === 0) return [];
  const { rows } = await sql<{ unitId: string }>`
    with recursive near(unit_id) as (
      select b.unit_id from body b where b.institution_id = ${actor.institutionId} and b.body_id = any(${bodies}::uuid[])
      union
      select p.unit_id from unit_placement p join near n on n.unit_id = p.parent_id
       where p.institution_id = ${actor.institutionId} and p.valid @> current_date)
    select unit_id from near`.execute(tx);
  return rows.map((row) => row.unitId);
}

/**
 * The file of a piece of evidence, its bytes held against the hash under which they were taken in.
 * @throws Missing also for what the actor may not see; Rejection `evidence.damaged`
 */
export async function getEvidenceFile(
  tx: Tx,
  actor: Actor,
  { scheme, evidence }: { scheme: string; evidence: string },
): Promise<{ name: string; mediaType: string; bytes: Buffer; sha256: string }> {
  const row = await tx
    .selectFrom('evidence as e')
    .innerJoin('scheme as s', (on) =>
      on.onRef('s.institutionId', '=', 'e.institutionId').onRef('s.schemeId', '=', 'e.schemeId'),
    )
    .innerJoin('file as f', (on) =>
      on.onRef('f.institutionId', '=', 'e.institutionId').onRef('f.sha256', '=', 'e.sha256'),
    )
    .select(['e.confidentiality', 'e.unitId', 'e.fileName', 'e.mediaType', 'f.bytes', 'f.sha256'])
    .where('e.institutionId', '=', actor.institutionId)
    .where('s.code', '=', scheme)
    .where('e.code', '=', evidence)
    .executeTakeFirst();
  const sealed = row && { confidentiality: row.confidentiality as Confidentiality, unitId: row.unitId };
  if (!row || !canReadEvidence(actor, sealed!, await nearUnits(tx, actor))) throw new Missing('evidence');
  if (sha256(row.bytes) !== row.sha256) throw new Rejection('evidence.damaged', { code: evidence });
  return { name: row.fileName!, mediaType: row.mediaType!, bytes: row.bytes, sha256: row.sha256 };
}
