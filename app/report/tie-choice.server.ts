/** What a tie can ask for, by name: the form offers it, so that nobody types a code. */
import { sql } from 'kysely';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { listUnits } from '#app/organisation/unit.server.ts';

type Named = { code: string; nameNl: string; nameEn: string };

/** What stands in one scheme. */
export type TieScheme = Named & {
  /** its period, and every year that its lines speak of besides */
  years: number[];
  funds: Named[];
  /** depth first; `depth` from 0 */
  nodes: (Named & { depth: number })[];
  /** `document`: the titles of the documents that promise it */
  measures: { code: string; name: string; document: string }[];
  components: string[];
};
export type TieChoices = { schemes: TieScheme[]; units: (Named & { depth: number })[] };

/** The schemes, the running ones first, with what their lines are told apart by, and the units of the day. */
export async function getTieChoices(tx: Tx, institutionId: string, now: Date): Promise<TieChoices> {
  const { rows } = await sql<TieScheme>`
    with recursive nt(node_id, framework_id, code, name_nl, name_en, depth, path) as (
      select n.node_id, n.framework_id, n.code, n.name_nl, n.name_en, 0, array[(n.sort, n.code)]
        from node n where n.institution_id = ${institutionId} and n.parent_id is null
      union all
      select n.node_id, n.framework_id, n.code, n.name_nl, n.name_en, nt.depth + 1, nt.path || (n.sort, n.code)
        from nt join node n on n.institution_id = ${institutionId} and n.parent_id = nt.node_id)
    select s.code, s.name_nl, s.name_en,
           array(select generate_series(s.first_year, s.last_year)
                 union select l.year from ledger_line l where l.institution_id = s.institution_id and l.scheme_id = s.scheme_id
                 order by 1) as years,
           coalesce((select jsonb_agg(jsonb_build_object('code', f.code, 'nameNl', f.name_nl, 'nameEn', f.name_en) order by f.sort, f.code)
              from fund f where f.institution_id = s.institution_id and f.scheme_id = s.scheme_id), '[]') as funds,
           coalesce((select jsonb_agg(jsonb_build_object('code', nt.code, 'nameNl', nt.name_nl, 'nameEn', nt.name_en, 'depth', nt.depth)
                                      order by nt.path)
              from nt where nt.framework_id = s.theme_framework_id), '[]') as nodes,
           coalesce((select jsonb_agg(jsonb_build_object('code', x.code, 'name', x.name, 'document', x.document)
                                      order by x.document, x.name)
              from (select m.code, min(coalesce(t.name, m.code)) as name, string_agg(distinct d.title, ', ') as document
                      from measure m
                      join document d on d.institution_id = m.institution_id and d.document_id = m.document_id
                      left join lateral (select t.name from measure_text t
                           join version v on v.institution_id = t.institution_id and v.version_id = t.version_id
                          where t.institution_id = m.institution_id and t.measure_id = m.measure_id
                          order by v.number desc limit 1) t on true
                     where m.institution_id = s.institution_id and d.scheme_id = s.scheme_id
                     group by m.code) x), '[]') as measures,
           array(select distinct l.component from ledger_line l
                  where l.institution_id = s.institution_id and l.scheme_id = s.scheme_id and l.component <> ''
                  order by 1) as components
      from scheme s where s.institution_id = ${institutionId}
     order by s.last_year desc, s.name_nl`.execute(tx);
  const units = await listUnits(tx, institutionId, isoDate(now));
  return {
    schemes: rows,
    units: units.map(({ code, nameNl, nameEn, depth }) => ({ code, nameNl, nameEn, depth })),
  };
}
