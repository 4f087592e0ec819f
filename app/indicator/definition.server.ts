import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import type { Definition, Indicator } from './definition.ts';

type Row = Definition & Omit<Indicator, 'definitions'>;

/** The indicators of a scheme in their order, or the one with this code. Two statements. @throws Missing */
export async function listIndicators(
  tx: Tx,
  actor: Actor,
  { scheme, code = null }: { scheme: string; code?: string | null },
): Promise<{ schemeId: string; indicators: Indicator[] }> {
  const schemeId = await schemeIdOf(tx, actor.institutionId, scheme);
  const { rows } = await sql<Row>`
    select i.indicator_id, i.code, i.last_year, i.revision,
           d.definition_id, d.number, d.from_year, d.comparable, d.reason_nl, d.reason_en, d.kind, d.purpose,
           d.name_nl, d.name_en, d.unit_nl, d.unit_en, d.decimals, d.scale_low, d.scale_high, d.scale_nl, d.scale_en,
           d.population_nl, d.population_en, d.exclusions_nl, d.exclusions_en, d.reference_nl, d.reference_en,
           d.numerator_nl, d.numerator_en, d.denominator_nl, d.denominator_en, d.source_nl, d.source_en,
           d.discussed_nl, d.discussed_en, d.question_nl, d.question_en, d.target_milli, d.target_at_least,
           d.target_nl, d.target_en, d.academic, d.individuals, d.splits, d.unit_kinds,
           coalesce((select jsonb_agg(jsonb_build_object('code', u.code, 'nameNl', u.name_nl, 'nameEn', u.name_en)
                       order by u.sort, u.code)
              from indicator_definition_unit x
              join unit u on u.institution_id = x.institution_id and u.unit_id = x.unit_id
             where x.institution_id = d.institution_id and x.definition_id = d.definition_id), '[]') as units,
           coalesce((select jsonb_agg(jsonb_build_object('framework', f.code, 'code', n.code, 'nameNl', n.name_nl,
                       'nameEn', n.name_en) order by f.code, n.sort)
              from indicator_definition_node x
              join node n on n.institution_id = x.institution_id and n.node_id = x.node_id
              join framework f on f.institution_id = n.institution_id and f.framework_id = n.framework_id
             where x.institution_id = d.institution_id and x.definition_id = d.definition_id), '[]') as nodes,
           coalesce((select jsonb_agg(jsonb_build_object('document', k.code, 'measure', m.code,
                       'name', coalesce((select mt.name from measure_text mt
                            join version v on v.institution_id = mt.institution_id and v.version_id = mt.version_id
                           where mt.institution_id = m.institution_id and mt.measure_id = m.measure_id
                           order by v.number desc limit 1), m.code)) order by k.code, m.code)
              from indicator_definition_measure x
              join measure m on m.institution_id = x.institution_id and m.measure_id = x.measure_id
              join document k on k.institution_id = m.institution_id and k.document_id = m.document_id
             where x.institution_id = d.institution_id and x.definition_id = d.definition_id), '[]') as measures,
           coalesce((select jsonb_agg(jsonb_build_object('breakId', b.break_id, 'unit', u.code, 'year', b.year,
                       'reasonNl', b.reason_nl, 'reasonEn', b.reason_en, 'source', b.source)
                       order by b.year, u.code nulls first, b.break_id)
              from indicator_break b
              left join unit u on u.institution_id = b.institution_id and u.unit_id = b.unit_id
             where b.institution_id = i.institution_id and b.indicator_id = i.indicator_id), '[]') as breaks
      from indicator i
      join indicator_definition d on d.institution_id = i.institution_id and d.indicator_id = i.indicator_id
     where i.institution_id = ${actor.institutionId} and i.scheme_id = ${schemeId}
       and (${code}::text is null or i.code = ${code}::text)
     order by i.sort, i.code, d.number`.execute(tx);
  const grouped = Map.groupBy(rows, (row) => row.indicatorId);
  const indicators = [...grouped.values()].map((versions): Indicator => {
    const { indicatorId, code, lastYear, revision, breaks } = versions[0]!;
    const definitions = versions.map(
      ({ indicatorId: _, code: __, lastYear: ___, revision: ____, breaks: _____, ...rest }) => rest,
    );
    return { indicatorId, code, lastYear, revision, definitions, breaks };
  });
  return { schemeId, indicators };
}

/** One indicator of a scheme. @throws Missing */
export async function getIndicator(
  tx: Tx,
  actor: Actor,
  at: { scheme: string; indicator: string },
): Promise<{ schemeId: string; indicator: Indicator }> {
  const { schemeId, indicators } = await listIndicators(tx, actor, { scheme: at.scheme, code: at.indicator });
  const [indicator] = indicators;
  if (!indicator) throw new Missing('indicator');
  return { schemeId, indicator };
}
