import type { Client } from 'pg';

export type Size = { institutions: number; faculties: number; measures: number; components: number };

/**
 * Fills a migrated database with institutions of a given size: each faculty has an adopted plan over six
 * years with measures and components, and a finance report per year with what was spent. Repeatable: ids
 * follow from md5 of what they name. Runs as the owner without triggers, as a restore does.
 * @returns the number of ledger lines
 */
export async function fill(client: Client, size: Size): Promise<number> {
  await client.query('set session_replication_role = replica');
  await client.query(`set bench.institutions = ${size.institutions}`);
  await client.query(`
    create function pg_temp.id(variadic names text[]) returns uuid language sql immutable
      return md5(array_to_string(names, '/'))::uuid;
    create temp table i as select n, pg_temp.id('i', n::text) as institution_id from generate_series(1, ${size.institutions}) n;
    create temp table f as select i.*, k, pg_temp.id('u', n::text, k::text) as unit_id from i, generate_series(1, ${size.faculties}) k;

    insert into institution (institution_id, code, name_nl, name_en)
      select institution_id, 'bench-' || n, 'Instelling ' || n, 'Institution ' || n from i;
    insert into audit_head (institution_id, seq, hash) select institution_id, 0, '' from i;
    insert into unit (institution_id, unit_id, code, kind, name_nl, name_en, sort)
      select institution_id, pg_temp.id('root', n::text), 'root', 'institution', 'Instelling ' || n, 'Institution ' || n, 0 from i
      union all select institution_id, unit_id, 'f' || k, 'faculty', 'Faculteit ' || k, 'Faculty ' || k, k from f;
    insert into unit_placement (institution_id, placement_id, unit_id, parent_id)
      select institution_id, pg_temp.id('p', n::text, k::text), unit_id, pg_temp.id('root', n::text) from f;
    insert into framework (institution_id, framework_id, code, name_nl, name_en)
      select institution_id, pg_temp.id('fw', n::text), 'themes', 'Themas', 'Themes' from i;
    insert into node (institution_id, node_id, framework_id, code, name_nl, name_en, sort)
      select institution_id, pg_temp.id('node', n::text, t::text), pg_temp.id('fw', n::text), 'T' || t, 'Thema ' || t, 'Theme ' || t, t
        from i, generate_series(1, 6) t;
    insert into scheme (institution_id, scheme_id, code, name_nl, name_en, legal_source, first_year, last_year, theme_framework_id)
      select institution_id, pg_temp.id('s', n::text), 'ka', 'Kwaliteitsafspraken', 'Quality agreements', 'bench', 2022, 2027,
             pg_temp.id('fw', n::text) from i;
    insert into fund (institution_id, fund_id, scheme_id, code, name_nl, name_en)
      select institution_id, pg_temp.id('fund', n::text), pg_temp.id('s', n::text), 'q', 'Kwaliteitsmiddelen', 'Quality funds' from i;
    insert into document_kind (institution_id, kind_id, scheme_id, code, name_nl, name_en, stage, unit_kinds, has_measures)
      select institution_id, pg_temp.id('plan', n::text), pg_temp.id('s', n::text), 'plan', 'Plan', 'Plan', 'budgeted', '{faculty}'::text[], true from i
      union all select institution_id, pg_temp.id('report', n::text), pg_temp.id('s', n::text), 'report', 'Verslag', 'Report', 'realised', '{faculty}'::text[], false from i;

    create temp table v as
      select f.*, kind, pg_temp.id('d', n::text, k::text, kind) as document_id, pg_temp.id('v', n::text, k::text, kind) as version_id
        from f, unnest('{plan,report}'::text[]) kind;
    insert into document (institution_id, document_id, scheme_id, kind_id, unit_id, code, title, first_year, last_year, created_at)
      select institution_id, document_id, pg_temp.id('s', n::text), pg_temp.id(kind, n::text), unit_id, kind || '-f' || k,
             kind || ' ' || k, 2022, 2027, now() from v;
    insert into version (institution_id, version_id, document_id, number, status, content, content_hash, submitted_at, adopted_at, created_at)
      select institution_id, version_id, document_id, 1, 'adopted', '{}', 'bench', now(), now(), now() from v;
    insert into in_force (institution_id, in_force_id, document_id, version_id, valid, recorded)
      select institution_id, pg_temp.id('force', version_id::text), document_id, version_id, '[2022-01-01,)'::tstzrange, '[2022-01-01,)'::tstzrange from v;
    insert into measure (institution_id, measure_id, document_id, code)
      select institution_id, pg_temp.id('m', n::text, k::text, m::text), document_id, 'm' || m
        from v, generate_series(1, ${size.measures}) m where kind = 'plan';

    insert into ledger_line (institution_id, line_id, version_id, stage, scheme_id, fund_id, unit_id, node_id, measure_id, component, year, cents)
      select v.institution_id, gen_random_uuid(), v.version_id, case kind when 'plan' then 'budgeted' else 'realised' end,
             pg_temp.id('s', n::text), pg_temp.id('fund', n::text), v.unit_id, pg_temp.id('node', n::text, (1 + m % 6)::text),
             pg_temp.id('m', n::text, k::text, m::text), 'component ' || c, y, 100 * (1000 + (m * 7919 + c * 104729 + y * 31 + k) % 90000)
        from v, generate_series(1, ${size.measures}) m, generate_series(1, ${size.components}) c, generate_series(2022, 2027) y
       where kind = 'plan' or y <= 2025;
    insert into version_total (institution_id, total_id, version_id, scheme_id, stage, fund_id, unit_id, node_id, year, cents, fte_milli, unknown, with_cents, with_fte)
      select institution_id, gen_random_uuid(), version_id, scheme_id, stage, fund_id, unit_id, node_id, year, sum(cents), 0, 0, count(*), 0
        from ledger_line group by institution_id, version_id, scheme_id, stage, fund_id, unit_id, node_id, year;
    analyze`);
  const { rows } = await client.query<{ n: string }>('select count(*) as n from ledger_line');
  return Number(rows[0]!.n);
}
