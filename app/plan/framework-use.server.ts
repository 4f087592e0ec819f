import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';

/** A measure of a plan in force that serves a node: as its theme, or as a goal of it. */
export type NodeUse = {
  /** `framework/node` */
  node: string;
  document: string;
  /** of the version in force */
  number: number;
  measure: string;
  name: string;
  unitNl: string;
  unitEn: string;
};

/** Which measures of the plans in force serve which themes and goals of a scheme. One statement. */
export async function listNodeUse(tx: Tx, actor: Actor, schemeId: string): Promise<NodeUse[]> {
  const { rows } = await sql<NodeUse>`
    with served as (
      select institution_id, version_id, measure_id, node_id from measure_text
       where institution_id = ${actor.institutionId}
       union select institution_id, version_id, measure_id, node_id from measure_node
       where institution_id = ${actor.institutionId})
    select f.code || '/' || n.code as node, d.code as document, v.number, m.code as measure, t.name, u.name_nl as unit_nl,
           u.name_en as unit_en
      from document d
      join version v using (institution_id, document_id)
      join in_force i on i.institution_id = v.institution_id and i.version_id = v.version_id and i.valid @> now()
           and upper_inf(i.recorded)
      join served s on s.institution_id = v.institution_id and s.version_id = v.version_id
      join measure_text t on t.institution_id = v.institution_id and t.version_id = v.version_id and t.measure_id = s.measure_id
      join measure m on m.institution_id = v.institution_id and m.measure_id = s.measure_id
      join node n on n.institution_id = v.institution_id and n.node_id = s.node_id
      join framework f on f.institution_id = n.institution_id and f.framework_id = n.framework_id
      join unit u on u.institution_id = d.institution_id and u.unit_id = d.unit_id
     where d.institution_id = ${actor.institutionId} and d.scheme_id = ${schemeId}
     order by u.sort, u.code, d.code, t.sort, m.code`.execute(tx);
  return rows;
}
