import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { type MatrixLine, type RightMatrix, rightMatrix } from './right-matrix.ts';
import { getSchemeHead } from './scheme.server.ts';

/** The rights matrix of a scheme: bodies by matters. Two statements. @throws Missing */
export async function getRightMatrix(
  tx: Tx,
  actor: Actor,
  scheme: string,
): Promise<RightMatrix & { scheme: { code: string; nameNl: string; nameEn: string } }> {
  const { code, nameNl, nameEn } = await getSchemeHead(tx, actor.institutionId, scheme);
  const { rows } = await sql<MatrixLine>`
    select r.rule_id, k.code as kind_code, k.name_nl as kind_nl, k.name_en as kind_en, r.matter_nl, r.matter_en,
           r.body_kind, r.holder_nl, r.holder_en, coalesce(b.name_nl, t.name_nl) as body_nl, coalesce(b.name_en, t.name_en) as body_en, r.kind, r.prior,
           r.term_days, r.basis, r.certainty, r.quorum_basis, r.quorum_members, r.majority, r.sections, r.section_rules, r.silence,
           r.conditions_allowed
      from right_rule r
      join document_kind k on k.institution_id = r.institution_id and k.kind_id = r.kind_id
      join scheme s on s.institution_id = k.institution_id and s.scheme_id = k.scheme_id
      join body_kind t on t.institution_id = r.institution_id and t.code = r.body_kind
      left join lateral (select min(b.name_nl) as name_nl, min(b.name_en) as name_en from body b
           where b.institution_id = r.institution_id and b.kind = r.body_kind and b.valid @> current_date
          having count(*) = 1) b on true
     where r.institution_id = ${actor.institutionId} and s.code = ${scheme}
     order by k.sort, k.code, r.sort, t.sort, r.kind, r.matter_nl, r.rule_id`.execute(tx);
  return { scheme: { code, nameNl, nameEn }, ...rightMatrix(rows) };
}
