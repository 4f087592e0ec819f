import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import type { Names } from './definition.ts';

/** What a definition can refer to. */
export type DefinitionFrame = {
  schemeId: string;
  /** of the indicators there are */
  codes: string[];
  units: (Names & { unitId: string; kind: string })[];
  nodes: (Names & { nodeId: string; framework: string; frameworkNl: string; frameworkEn: string })[];
  measures: { measureId: string; document: string; measure: string; name: string; unit: string }[];
};

/** Five statements. @throws Missing */
export async function getDefinitionFrame(tx: Tx, actor: Actor, scheme: string): Promise<DefinitionFrame> {
  const { institutionId } = actor;
  const schemeId = await schemeIdOf(tx, institutionId, scheme);
  const indicators = await tx
    .selectFrom('indicator')
    .select('code')
    .where('institutionId', '=', institutionId)
    .where('schemeId', '=', schemeId)
    .execute();
  const units = await tx
    .selectFrom('unit')
    .select(['unitId', 'code', 'kind', 'nameNl', 'nameEn'])
    .where('institutionId', '=', institutionId)
    .orderBy('sort')
    .orderBy('code')
    .execute();
  const nodes = await sql<DefinitionFrame['nodes'][number]>`
    select n.node_id, n.code, n.name_nl, n.name_en, f.code as framework,
           f.name_nl as framework_nl, f.name_en as framework_en
      from scheme s
      join framework f on f.institution_id = s.institution_id and (f.framework_id = s.theme_framework_id
        or exists (select from scheme_framework x where x.institution_id = s.institution_id
             and x.scheme_id = s.scheme_id and x.framework_id = f.framework_id))
      join node n on n.institution_id = f.institution_id and n.framework_id = f.framework_id
     where s.institution_id = ${institutionId} and s.scheme_id = ${schemeId}
     order by f.framework_id <> s.theme_framework_id, f.code, n.sort`.execute(tx);
  const measures = await sql<DefinitionFrame['measures'][number]>`
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
  const codes = indicators.map((one) => one.code);
  return { schemeId, codes, units, nodes: nodes.rows, measures: measures.rows };
}
