import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Json } from '#app/kernel/hash.ts';

/** What an id or a code in the audit trail stands for, and where it is shown. */
export type AuditName = { key: string; nameNl: string; nameEn: string; href: string | null };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Entry = { subjectId: string | null; before: Json; after: Json };

/** Every id among the subjects and values of some entries. */
export function idsIn(entries: readonly Entry[]): string[] {
  const found = new Set<string>();
  const visit = (value: Json | undefined): void => {
    if (typeof value === 'string') {
      if (uuid.test(value)) found.add(value);
    } else if (value && typeof value === 'object') Object.values(value).forEach(visit);
  };
  for (const { subjectId, before, after } of entries) [subjectId, before, after].forEach(visit);
  return [...found];
}

/**
 * The names of these ids, and of every unit and fund by its code; what is gone by now has none. One statement.
 * Reads tables of modules to the right on purpose: the trail is about all of them.
 */
export async function auditNames(
  tx: Tx,
  actor: Actor,
  entries: readonly Entry[],
): Promise<Record<string, AuditName>> {
  const ids = idsIn(entries);
  const own = sql`institution_id = ${actor.institutionId}`;
  const these = sql`any(${ids}::uuid[])`;
  // Where a document is shown depends on what its money is; d, s, k and u are it, its scheme, kind and unit.
  const place = (version: RawBuilder<unknown>) => sql`'/schemes/' || s.code || case
      when k.stage in ('expected', 'granted') then '/funding'
      when k.stage = 'realised' then '/realisation/' || u.code || '/' || d.first_year
      when k.stage = 'forecast' then '/realisation/' || u.code || '/' || d.first_year || '/forecast'
      when k.stage = 'allocated' then '/allocation/' || d.code || ${version}
      else '/plans/' || d.code || ${version} end`;
  const around = sql`join scheme s using (institution_id, scheme_id) join document_kind k using (institution_id, kind_id)
      join unit u on u.institution_id = d.institution_id and u.unit_id = d.unit_id`;
  const { rows } = await sql<AuditName>`
    select unit_id::text as key, name_nl, name_en, '/admin/units/' || code as href from unit where ${own} and unit_id = ${these}
    union all select 'unit:' || code, name_nl, name_en, null from unit where ${own}
    union all select fund_id::text, name_nl, name_en, null from fund where ${own} and fund_id = ${these}
    union all select 'fund:' || code, name_nl, name_en, null from fund where ${own}
    union all select body_id::text, name_nl, name_en, '/admin/bodies/' || code from body where ${own} and body_id = ${these}
    union all select node_id::text, name_nl, name_en, null from node where ${own} and node_id = ${these}
    union all select role_id::text, name_nl, name_en, null from role where ${own} and role_id = ${these}
    union all select account_id::text, name, name, '/admin/accounts' from account where ${own} and account_id = ${these}
    union all select framework_id::text, name_nl, name_en, '/admin/frameworks/' || code from framework
      where ${own} and framework_id = ${these}
    union all select scheme_id::text, name_nl, name_en, '/admin/schemes/' || code from scheme where ${own} and scheme_id = ${these}
    union all select m.measure_id::text, m.code, m.code, null from measure m where m.${own} and m.measure_id = ${these}
    union all select d.document_id::text, d.title, d.title, ${place(sql`''`)} from document d ${around}
      where d.${own} and d.document_id = ${these}
    union all select v.version_id::text, d.title || ', v' || v.number, d.title || ', v' || v.number,
        ${place(sql`'?version=' || v.number`)}
      from version v join document d using (institution_id, document_id) ${around} where v.${own} and v.version_id = ${these}
    union all select f.file_id::text, f.name, f.name, '/schemes/' || s.code || '/realisation/' || u.code || '/' || f.year
        || '/intake/files/' || f.number
      from intake_file f join scheme s using (institution_id, scheme_id) join unit u using (institution_id, unit_id)
      where f.${own} and f.file_id = ${these}
    union all select c.commitment_id::text, left(c.text, 80), left(c.text, 80), '/schemes/' || s.code || '/commitments/' || c.commitment_id
      from commitment c join scheme s using (institution_id, scheme_id) where c.${own} and c.commitment_id = ${these}
    union all select p.proposal_id::text, p.title, p.title, '/schemes/' || s.code || '/proposals/' || p.proposal_id
      from proposal p join scheme s using (institution_id, scheme_id) where p.${own} and p.proposal_id = ${these}
    union all select c.comment_id::text, left(c.text, 80), left(c.text, 80), '/schemes/' || s.code || '/plans/' || d.code || '/comments/' || c.comment_id
      from comment c join version v using (institution_id, version_id) join document d using (institution_id, document_id)
      join scheme s using (institution_id, scheme_id) where c.${own} and c.comment_id = ${these}
    union all select x.decision_id::text, d.title, d.title, '/schemes/' || s.code || '/decisions/' || x.decision_id
      from decision x join version v using (institution_id, version_id) join document d using (institution_id, document_id)
      join scheme s using (institution_id, scheme_id) where x.${own} and x.decision_id = ${these}`.execute(
    tx,
  );
  return Object.fromEntries(rows.map((row) => [row.key, row]));
}
