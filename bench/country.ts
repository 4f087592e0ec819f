import type { Client } from 'pg';

/**
 * The country: each institution has 6 faculties of 10 programmes; each programme an adopted plan of 25
 * measures (a first version of 5 components a year and the one that superseded it of 6) over 2022 to 2027, and
 * a finance report for each of 2022 to 2026 with 9 postings per measure. With the grant and its division that is
 * 166,866 ledger lines an institution: 60 of them are 3,600 programmes, 90,000 measures and 10 million lines.
 */
const shape = { faculties: 6, programmes: 60, measures: 25, first: 2022, last: 2027, reported: 2026 };

/** Session settings and functions that the generator leans on: no triggers, as a restore runs. */
export async function beginFilling(client: Client): Promise<void> {
  await client.query(`
    set session_replication_role = replica;
    set maintenance_work_mem = '256MB';
    create function pg_temp.id(variadic names text[]) returns uuid language sql immutable
      return md5(array_to_string(names, '/'))::uuid;
    -- rising ids, as UUIDv7 are: what is written together lies together in the index
    create temp sequence line;
    create function pg_temp.line_id() returns uuid language sql volatile
      return ('01900000-7000-' || to_char(nextval('line'), 'FM0000-0000-000000000000'))::uuid;
  `);
}

/**
 * Adds institutions `from` to `to` to a migrated database, as its owner. Repeatable: ids follow from md5 of
 * what they name and amounts from arithmetic, so two runs hold the same figures.
 * @returns the number of ledger lines added
 */
export async function fill(client: Client, from: number, to: number): Promise<number> {
  await client.query('drop table if exists i, p, v');
  await client.query(`
    create temp table i as select n, pg_temp.id('i', n::text) as institution_id, pg_temp.id('s', n::text) as scheme_id,
      pg_temp.id('fund', n::text) as fund_id, pg_temp.id('root', n::text) as root_id from generate_series(${from}, ${to}) n;
    create temp table p as select i.*, k, 1 + (k - 1) % ${shape.faculties} as f, pg_temp.id('u', n::text, k::text) as unit_id
      from i, generate_series(1, ${shape.programmes}) k;
  `);
  await client.query(frames);
  await client.query(documents);
  const { rowCount } = await client.query(lines);
  const { rowCount: division } = await client.query(`
    insert into ledger_line (institution_id, line_id, version_id, stage, scheme_id, fund_id, unit_id, year, cents)
      select institution_id, pg_temp.line_id(), pg_temp.id('granted', n::text, 'v'), 'granted', scheme_id, fund_id, root_id, y, 9000000000 from i, generate_series(2022, 2027) y
      union all select institution_id, pg_temp.line_id(), pg_temp.id('allocated', n::text, 'v'), 'allocated', scheme_id, fund_id, unit_id, y, 140000000 from p, generate_series(2022, 2027) y`);
  await client.query(totalsOf('select institution_id from i'));
  await client.query(placeTotalsOf('select institution_id from i'));
  return (rowCount ?? 0) + (division ?? 0);
}

const frames = `
  insert into institution (institution_id, code, name_nl, name_en)
    select institution_id, 'bench-' || n, 'Instelling ' || n, 'Institution ' || n from i;
  insert into audit_head (institution_id, seq, hash) select institution_id, 0, '' from i;
  insert into unit (institution_id, unit_id, code, kind, name_nl, name_en, sort)
    select institution_id, root_id, 'root', 'institution', 'Instelling ' || n, 'Institution ' || n, 0 from i
    union all select institution_id, pg_temp.id('f', n::text, f::text), 'f' || f, 'faculty', 'Faculteit ' || f, 'Faculty ' || f, f
      from i, generate_series(1, ${shape.faculties}) f
    union all select institution_id, unit_id, 'p' || k, 'programme', 'Opleiding ' || k, 'Programme ' || k, k from p;
  insert into unit_placement (institution_id, placement_id, unit_id, parent_id)
    select institution_id, pg_temp.id('pf', n::text, f::text), pg_temp.id('f', n::text, f::text), root_id from i, generate_series(1, ${shape.faculties}) f
    union all select institution_id, pg_temp.id('pp', n::text, k::text), unit_id, pg_temp.id('f', n::text, f::text) from p;
  insert into framework (institution_id, framework_id, code, name_nl, name_en)
    select institution_id, pg_temp.id('fw', n::text), 'themes', 'Thema''s', 'Themes' from i;
  insert into node (institution_id, node_id, framework_id, code, name_nl, name_en, sort)
    select institution_id, pg_temp.id('node', n::text, t::text), pg_temp.id('fw', n::text), 'T' || t, 'Thema ' || t, 'Theme ' || t, t
      from i, generate_series(1, 6) t;
  insert into scheme (institution_id, scheme_id, code, name_nl, name_en, legal_source, first_year, last_year, theme_framework_id)
    select institution_id, scheme_id, 'ka', 'Kwaliteitsafspraken', 'Quality agreements', 'bench', ${shape.first}, ${shape.last}, pg_temp.id('fw', n::text) from i;
  insert into fund (institution_id, fund_id, scheme_id, code, name_nl, name_en)
    select institution_id, fund_id, scheme_id, 'q', 'Kwaliteitsmiddelen', 'Quality funds' from i;
  insert into document_kind (institution_id, kind_id, scheme_id, code, name_nl, name_en, stage, unit_kinds, has_measures, sort)
    select institution_id, pg_temp.id(code, n::text), scheme_id, code, code, code, code, kinds, code = 'budgeted', sort
      from i, (values ('granted', '{institution}'::text[], 1), ('allocated', '{institution}', 2), ('budgeted', '{programme,faculty}', 3),
                      ('realised', '{programme,faculty}', 4)) k(code, kinds, sort)`;

const documents = `
  create temp table v as
    select institution_id, n, k, unit_id, scheme_id, fund_id, 'budgeted' as stage, y as number, pg_temp.id('plan', n::text, k::text) as document_id,
           pg_temp.id('plan', n::text, k::text, 'v', y::text) as version_id, 'plan-p' || k as code, null::integer as year
      from p, generate_series(1, 2) y
    union all select institution_id, n, k, unit_id, scheme_id, fund_id, 'realised', 1, pg_temp.id('report', n::text, k::text, y::text),
           pg_temp.id('report', n::text, k::text, y::text, 'v'), 'verslag-p' || k || '-' || y, y
      from p, generate_series(${shape.first}, ${shape.reported}) y
    union all select institution_id, n, 0, root_id, scheme_id, fund_id, stage, 1, pg_temp.id(stage, n::text, 'd'), pg_temp.id(stage, n::text, 'v'), stage, null
      from i, unnest('{granted,allocated}'::text[]) stage;
  insert into document (institution_id, document_id, scheme_id, kind_id, unit_id, code, title, first_year, last_year, created_at)
    select distinct on (document_id) institution_id, document_id, scheme_id, pg_temp.id(stage, n::text), unit_id, code, code,
           coalesce(year, ${shape.first}), coalesce(year, ${shape.last}), timestamptz '2022-01-01' from v;
  insert into version (institution_id, version_id, document_id, number, status, content, content_hash, submitted_at, adopted_at, created_at)
    select institution_id, version_id, document_id, number, 'adopted', '{}', 'bench', now(), now(), now() from v;
  insert into in_force (institution_id, in_force_id, document_id, version_id, valid, recorded)
    select institution_id, pg_temp.id('force', version_id::text), document_id, version_id, '[2022-01-01,)'::tstzrange, '[2022-01-01,)'::tstzrange
      from v where stage <> 'budgeted'
    union all select institution_id, pg_temp.id('force', version_id::text), document_id, version_id, '[2022-01-01,)', '[2022-01-01,2023-07-01)' from v where stage = 'budgeted' and number = 1
    union all select institution_id, pg_temp.id('closed', version_id::text), document_id, version_id, '[2022-01-01,2023-07-01)', '[2023-07-01,)' from v where stage = 'budgeted' and number = 1
    union all select institution_id, pg_temp.id('force', version_id::text), document_id, version_id, '[2023-07-01,)', '[2023-07-01,)' from v where number = 2;
  insert into measure (institution_id, measure_id, document_id, code)
    select institution_id, pg_temp.id('m', n::text, k::text, m::text), document_id, 'm' || m from v, generate_series(1, ${shape.measures}) m where number = 2;
  insert into measure_text (institution_id, version_id, measure_id, node_id, name, first_year, last_year, additionality, sort)
    select institution_id, version_id, pg_temp.id('m', n::text, k::text, m::text), pg_temp.id('node', n::text, (1 + m % 6)::text), 'Maatregel ' || m,
           ${shape.first}, ${shape.last}, 'new', m from v, generate_series(1, ${shape.measures}) m where stage = 'budgeted'`;

const lines = `
  insert into ledger_line (institution_id, line_id, version_id, stage, scheme_id, fund_id, unit_id, node_id, measure_id, component, year, cents)
    select v.institution_id, pg_temp.line_id(), v.version_id, v.stage, v.scheme_id, v.fund_id, v.unit_id, m.node_id, m.measure_id, 'component ' || c, y,
           100 * (1000 + (m.sort * 7919 + c * 104729 + y * 31 + v.k * 17 + v.number) % 9000)
      from v join measure_text m on m.institution_id = v.institution_id
             and m.version_id = case when v.stage = 'budgeted' then v.version_id else pg_temp.id('plan', v.n::text, v.k::text, 'v', '2') end,
           generate_series(coalesce(v.year, ${shape.first}), coalesce(v.year, ${shape.last})) y,
           generate_series(1, case when v.stage = 'realised' then 9 when v.number = 1 then 5 else 6 end) c
     where v.k > 0`;

function totalsOf(institutions: string, version = ''): string {
  return `
    insert into version_total (institution_id, total_id, version_id, scheme_id, stage, fund_id, unit_id, node_id, year, cents, fte_milli, unknown, with_cents, with_fte)
    select institution_id, pg_temp.line_id(), version_id, scheme_id, stage, fund_id, unit_id, node_id, year, coalesce(sum(cents), 0), 0, 0, count(cents), 0
      from ledger_line where institution_id in (${institutions}) ${version}
     group by institution_id, version_id, scheme_id, stage, fund_id, unit_id, node_id, year`;
}

function placeTotalsOf(institutions: string): string {
  return `
    insert into place_total (institution_id, line_id, version_id, scheme_id, stage, fund_id, unit_id, node_id, measure_id, year, cents, fte_milli, lines, sort)
    select institution_id, min(line_id::text)::uuid, version_id, scheme_id, stage, fund_id, unit_id, node_id, measure_id, year, sum(cents), 0, count(*), 0
      from ledger_line where institution_id in (${institutions})
     group by institution_id, version_id, scheme_id, stage, fund_id, unit_id, node_id, measure_id, year`;
}

/** What autovacuum does after a while: statistics, and the visibility that index-only scans need. */
export async function settleDown(client: Client): Promise<void> {
  await client.query('vacuum analyze version_total');
  await client.query('vacuum analyze place_total');
  await client.query('vacuum analyze in_force');
  await client.query('analyze');
}
