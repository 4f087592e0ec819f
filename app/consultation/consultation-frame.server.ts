import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { listMethods, type Method } from './method.server.ts';

type Names = { code: string; nameNl: string; nameEn: string };

/** What a consultation of a scheme can refer to. */
export type ConsultationFrame = {
  schemeId: string;
  methods: Method[];
  involvements: (Names & { involvementId: string })[];
  units: (Names & { unitId: string })[];
  bodies: (Names & { bodyId: string; unitId: string })[];
  /** the framework of the themes of the scheme's money */
  themes: string | null;
  documents: { documentId: string; code: string; title: string; unit: string }[];
  nodes: (Names & { nodeId: string; framework: string; frameworkNl: string; frameworkEn: string })[];
  measures: { measureId: string; document: string; measure: string; name: string; unit: string }[];
};

/** Everything that the form of a consultation offers. Eight statements. @throws Missing */
export async function getConsultationFrame(tx: Tx, actor: Actor, scheme: string): Promise<ConsultationFrame> {
  const { institutionId } = actor;
  const schemeId = await schemeIdOf(tx, institutionId, scheme);
  const units = await tx
    .selectFrom('unit')
    .select(['unitId', 'code', 'nameNl', 'nameEn'])
    .where('institutionId', '=', institutionId)
    .orderBy('sort')
    .orderBy('nameNl')
    .execute();
  const bodies = await tx
    .selectFrom('body')
    .select(['bodyId', 'unitId', 'code', 'nameNl', 'nameEn'])
    .where('institutionId', '=', institutionId)
    .orderBy('nameNl')
    .execute();
  const documents = await tx
    .selectFrom('document as d')
    .innerJoin('unit as u', (on) =>
      on.onRef('u.institutionId', '=', 'd.institutionId').onRef('u.unitId', '=', 'd.unitId'),
    )
    .select(['d.documentId', 'd.code', 'd.title', 'u.code as unit'])
    .where('d.institutionId', '=', institutionId)
    .where('d.schemeId', '=', schemeId)
    .orderBy('d.title')
    .execute();
  const methods = await listMethods(tx, actor, schemeId);
  const involvements = await tx
    .selectFrom('involvement')
    .select(['involvementId', 'code', 'nameNl', 'nameEn'])
    .where('institutionId', '=', institutionId)
    .where('schemeId', '=', schemeId)
    .orderBy('sort')
    .orderBy('code')
    .execute();
  const nodes = await nodesOf(tx, actor, schemeId);
  return {
    themes: nodes.find((one) => one.isTheme)?.framework ?? null,
    ...{ schemeId, methods, involvements, units, bodies, documents },
    nodes,
    measures: await measuresOf(tx, actor, schemeId),
  };
}

async function nodesOf(
  tx: Tx,
  actor: Actor,
  schemeId: string,
): Promise<(ConsultationFrame['nodes'][number] & { isTheme: boolean })[]> {
  const { rows } = await sql<ConsultationFrame['nodes'][number] & { isTheme: boolean }>`
    select n.node_id, n.code, n.name_nl, n.name_en, f.code as framework,
           f.framework_id = s.theme_framework_id as is_theme, f.name_nl as framework_nl, f.name_en as framework_en
      from scheme s
      join framework f on f.institution_id = s.institution_id and (f.framework_id = s.theme_framework_id
        or exists (select from scheme_framework x where x.institution_id = s.institution_id
             and x.scheme_id = s.scheme_id and x.framework_id = f.framework_id))
      join node n on n.institution_id = f.institution_id and n.framework_id = f.framework_id
     where s.institution_id = ${actor.institutionId} and s.scheme_id = ${schemeId}
     order by f.framework_id <> s.theme_framework_id, f.code, n.sort`.execute(tx);
  return rows;
}

async function measuresOf(tx: Tx, actor: Actor, schemeId: string): Promise<ConsultationFrame['measures']> {
  const { rows } = await sql<ConsultationFrame['measures'][number]>`
    select m.measure_id, d.code as document, m.code as measure, u.code as unit, coalesce(t.name, m.code) as name
      from measure m
      join document d on d.institution_id = m.institution_id and d.document_id = m.document_id
      join unit u on u.institution_id = d.institution_id and u.unit_id = d.unit_id
      left join lateral (select mt.name from measure_text mt
          join version v on v.institution_id = mt.institution_id and v.version_id = mt.version_id
         where mt.institution_id = m.institution_id and mt.measure_id = m.measure_id
         order by v.number desc limit 1) t on true
     where m.institution_id = ${actor.institutionId} and d.scheme_id = ${schemeId}
     order by d.code, name`.execute(tx);
  return rows;
}
