import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { Missing } from '#app/kernel/rejection.ts';
import type { LeftOut } from './publication.ts';

export type Published = {
  document: string;
  title: string;
  kind: { code: string; nameNl: string; nameEn: string };
  unit: { code: string; nameNl: string; nameEn: string };
  /** the version in force, which could be made public */
  inForce: number | null;
  publications: {
    version: number;
    hash: string;
    from: string;
    publishedAt: string;
    withdrawnAt: string | null;
    withdrawnReason: string;
    leftOut: LeftOut[];
  }[];
};

/** What of a scheme is public, was or could be: a document each. One statement. @throws Missing */
export async function listPublications(
  tx: Tx,
  actor: Actor,
  { scheme }: { scheme: string },
): Promise<{ institution: string; documents: Published[] }> {
  const { rows: found } = await sql<{ institution: string; documents: Published[] }>`
    select i.code as institution, coalesce((select json_agg(x order by x.sort, x."firstYear" desc, x.document) from (
        select d.code as document, d.title, d.first_year as "firstYear", k.sort,
               json_build_object('code', k.code, 'nameNl', k.name_nl, 'nameEn', k.name_en) as kind,
               json_build_object('code', u.code, 'nameNl', u.name_nl, 'nameEn', u.name_en) as unit,
               (select v.number from in_force f join version v on v.institution_id = f.institution_id
                   and v.version_id = f.version_id
                 where f.institution_id = d.institution_id and f.document_id = d.document_id
                   and f.valid @> now() and upper_inf(f.recorded)) as "inForce",
               coalesce((select json_agg(json_build_object('version', p.version_number, 'hash', p.version_hash,
                   'from', p.from_on, 'publishedAt', p.published_at, 'withdrawnAt', p.withdrawn_at,
                   'withdrawnReason', p.withdrawn_reason, 'leftOut', p.left_out) order by p.published_at desc)
                 from publication p where p.institution_id = d.institution_id and p.document_id = d.document_id),
                 '[]') as publications
          from document d
          join document_kind k on k.institution_id = d.institution_id and k.kind_id = d.kind_id
          join unit u on u.institution_id = d.institution_id and u.unit_id = d.unit_id
         where d.institution_id = s.institution_id and d.scheme_id = s.scheme_id) x
        where x."inForce" is not null or json_array_length(x.publications) > 0), '[]') as documents
      from scheme s join institution i on i.institution_id = s.institution_id
     where s.institution_id = ${actor.institutionId} and s.code = ${scheme}`.execute(tx);
  if (!found[0]) throw new Missing('scheme');
  return found[0];
}
