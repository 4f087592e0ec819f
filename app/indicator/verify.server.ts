import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { contentHash } from '#app/kernel/hash.ts';
import { submittedContent } from './submission.ts';

type Handed = Omit<Parameters<typeof submittedContent>[0], 'codes'> & {
  scheme: string;
  number: number;
  codes: Record<string, string>;
  contentHash: string;
};

/**
 * Every set that was handed in still says what its hash covers: the newest figures and reflections from before it.
 * One statement. Subjects name scheme, unit, year and which time it was handed in.
 */
export async function verifyIndicators(tx: Tx, { institutionId }: Actor) {
  const { rows } = await sql<Handed>`
    select k.code as scheme, u.code as unit, s.year, s.number, s.content_hash,
           coalesce((select json_object_agg(i.indicator_id, i.code) from indicator i
             where i.institution_id = s.institution_id and i.scheme_id = s.scheme_id), '{}') as codes,
           coalesce((select json_agg(json_build_object('indicatorId', o.indicator_id, 'year', o.year, 'split', o.split,
               'number', o.number, 'valueMilli', o.value_milli, 'numeratorMilli', o.numerator_milli,
               'denominatorMilli', o.denominator_milli, 'spreadMilli', o.spread_milli,
               'respondents', o.respondents, 'mark', o.mark, 'caveat', o.caveat, 'source', o.source))
              from (select distinct on (indicator_id, split) * from indicator_observation
                     where institution_id = s.institution_id and unit_id = s.unit_id and year = s.year
                       and after_submission < s.number
                     order by indicator_id, split, number desc) o), '[]') as observations,
           coalesce((select json_agg(json_build_object('indicatorId', r.indicator_id, 'year', r.year,
               'number', r.number, 'text', r.text))
              from (select distinct on (indicator_id) * from indicator_reflection
                     where institution_id = s.institution_id and unit_id = s.unit_id and year = s.year
                       and after_submission < s.number
                     order by indicator_id, number desc) r), '[]') as reflections
      from indicator_submission s
      join scheme k on k.institution_id = s.institution_id and k.scheme_id = s.scheme_id
      join unit u on u.institution_id = s.institution_id and u.unit_id = s.unit_id
     where s.institution_id = ${institutionId}
     order by k.code, u.code, s.year, s.number`.execute(tx);
  return rows.flatMap(({ scheme, number, codes, contentHash: stated, ...content }) => {
    const found = contentHash(submittedContent({ ...content, codes: new Map(Object.entries(codes)) }));
    if (found === stated) return [];
    const subject = `${scheme} ${content.unit} ${content.year} (${number})`;
    return [{ code: 'indicator.hash', subject, detail: `${stated} is now ${found}` }];
  });
}
