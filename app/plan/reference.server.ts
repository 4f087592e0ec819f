import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';

/** What can be referred to from within a scheme. */

export type NodeReference = {
  nodeId: string;
  code: string;
  nameNl: string;
  nameEn: string;
  framework: string;
  frameworkNl: string;
  frameworkEn: string;
  /** of the framework of the themes of the scheme's money */
  isTheme: boolean;
};

/** The nodes of the frameworks of a scheme, its themes first. One statement. */
export async function listNodeReferences(
  tx: Tx,
  { institutionId }: Actor,
  schemeId: string,
): Promise<NodeReference[]> {
  const { rows } = await sql<NodeReference>`
    select n.node_id, n.code, n.name_nl, n.name_en, f.code as framework,
           f.framework_id = s.theme_framework_id as is_theme, f.name_nl as framework_nl, f.name_en as framework_en
      from scheme s
      join framework f on f.institution_id = s.institution_id and (f.framework_id = s.theme_framework_id
        or exists (select from scheme_framework x where x.institution_id = s.institution_id
             and x.scheme_id = s.scheme_id and x.framework_id = f.framework_id))
      join node n on n.institution_id = f.institution_id and n.framework_id = f.framework_id
     where s.institution_id = ${institutionId} and s.scheme_id = ${schemeId}
     order by f.framework_id <> s.theme_framework_id, f.code, n.sort`.execute(tx);
  return rows;
}

export type MeasureReference = {
  measureId: string;
  document: string;
  measure: string;
  /** by its newest version */
  name: string;
  unit: string;
};

/** The measures of every document of a scheme. One statement. */
export async function listMeasureReferences(
  tx: Tx,
  { institutionId }: Actor,
  schemeId: string,
): Promise<MeasureReference[]> {
  const { rows } = await sql<MeasureReference>`
    select m.measure_id, d.code as document, m.code as measure, u.code as unit, coalesce(t.name, m.code) as name
      from measure m
      join document d on d.institution_id = m.institution_id and d.document_id = m.document_id
      join unit u on u.institution_id = d.institution_id and u.unit_id = d.unit_id
      left join lateral (select mt.name from measure_text mt
          join version v on v.institution_id = mt.institution_id and v.version_id = mt.version_id
         where mt.institution_id = m.institution_id and mt.measure_id = m.measure_id
         order by v.number desc limit 1) t on true
     where m.institution_id = ${institutionId} and d.scheme_id = ${schemeId}
     order by d.code, name`.execute(tx);
  return rows;
}
