-- What was known of the settings behind figures, and when: docs/decisions/0022-known-settings.md.
-- A table keeps what is known today and since when. What a row was before stands in one table for all of them.

create table setting_past (
  institution_id uuid not null references institution,
  past_id        uuid not null default gen_random_uuid(),
  -- the table that the row stood in
  setting        text not null,
  -- its primary key there, after the institution
  key            text not null,
  -- the whole row, by column
  content        jsonb not null,
  -- from when to when that was what was known; without a lower bound no day was kept
  known          tstzrange not null check (not isempty(known) and not upper_inf(known)),
  primary key (institution_id, past_id),
  exclude using gist (institution_id with =, setting with =, key with =, known with &&)
);
select isolate('setting_past');
create trigger setting_past_append_only before update or delete on setting_past
  for each row execute function refuse_change();

create function setting_key(row_content jsonb, variadic columns text[]) returns text language sql immutable as
  $$ select string_agg(row_content ->> c, '/' order by n) from unnest(columns) with ordinality as k(c, n) $$;

-- Sets aside what a row was. A change that changes nothing leaves what was known as it stands, and so does the second
-- change of one transaction: nobody ever saw what lay between.
create function keep_past() returns trigger language plpgsql as $$
declare was jsonb := to_jsonb(old);
begin
  if tg_op = 'UPDATE' and was - 'known_from' = to_jsonb(new) - 'known_from' then
    return new;
  end if;
  if old.known_from is null or old.known_from < now() then
    insert into setting_past (institution_id, setting, key, content, known)
    values (old.institution_id, tg_table_name, setting_key(was, variadic tg_argv), was,
            tstzrange(old.known_from, now()));
  end if;
  if tg_op = 'UPDATE' then
    new.known_from = now();
    return new;
  end if;
  return old;
end $$;

-- Makes a table of settings keep its past. What stands there now was known for as long as nobody says otherwise.
create function keep_setting(tab text, variadic key_columns text[]) returns void language plpgsql as $$
begin
  execute format('alter table %I add column known_from timestamptz', tab);
  execute format('alter table %I alter column known_from set default now()', tab);
  execute format('comment on column %I.known_from is %L', tab, 'since when this is what is known; null: no day was kept');
  execute format('create trigger %I before update or delete on %I for each row execute function keep_past(%s)',
    tab || '_keep_past', tab, (select string_agg(quote_literal(c), ', ') from unnest(key_columns) c));
end $$;
revoke execute on function keep_setting(text, text[]) from public;

select keep_setting('fund', 'fund_id'), keep_setting('scheme_exclusion', 'scheme_id', 'node_id'),
  keep_setting('scheme_rate', 'scheme_id', 'from_year'), keep_setting('fund_term', 'term_id'),
  keep_setting('tie', 'tie_id'), keep_setting('table_layout', 'layout_id'),
  keep_setting('carry_over_rule', 'kind_id'), keep_setting('right_rule', 'rule_id');

----------------------------------------------------------------------------------- what the audit trail still tells
-- An entry says what a setting became, and most what it was before. Layouts of tables and rules of carry-over were
-- never changed on a page: of them no day was kept, as of everything that came with a file.
create function pg_temp.snake(entry jsonb) returns jsonb language sql strict as
  $$ select coalesce(jsonb_object_agg(lower(regexp_replace(k, '([A-Z])', '_\1', 'g')), v), '{}') from jsonb_each(entry) e(k, v) $$;

create temp table told on commit drop as
with entry as (
  select institution_id, seq, at, split_part(action, '.', 1) as what, subject_id,
         nullif(before, 'null') as before, nullif(after, 'null') as after, coalesce(nullif(after, 'null'), before) as either
    from audit_entry where action ~ '^(rate|fund|exclusion|tie)[.](put|remove)$' or action in ('right.add', 'right.change')
),
placed as (
  select e.*, 'scheme_rate' as setting, jsonb_build_object('scheme_id', e.subject_id, 'source', '') || pg_temp.snake(
           jsonb_build_object('fromYear', e.either -> 'fromYear')) as row_of
    from entry e where e.what = 'rate'
  union all
  select e.*, 'fund', to_jsonb(f) from entry e
    join fund f on f.institution_id = e.institution_id and f.scheme_id = e.subject_id and f.code = e.either ->> 'code'
   where e.what = 'fund'
  union all
  select e.*, 'scheme_exclusion', jsonb_build_object('scheme_id', s.scheme_id, 'node_id', n.node_id, 'covered_by', '')
    from entry e join scheme s on s.institution_id = e.institution_id and s.scheme_id = e.subject_id
    join node n on n.institution_id = s.institution_id and n.framework_id = s.theme_framework_id and n.code = e.either ->> 'theme'
   where e.what = 'exclusion'
  union all
  select e.*, 'tie', jsonb_build_object('tie_id', coalesce(t.tie_id, md5(e.subject_id || ' ' || (e.either ->> 'code'))::uuid),
           'scheme_id', e.subject_id, 'code', e.either -> 'code', 'sort', coalesce(t.sort, 0))
    from entry e left join tie t on t.institution_id = e.institution_id and t.scheme_id = e.subject_id
         and t.code = e.either ->> 'code'
   where e.what = 'tie'
  union all
  select e.*, 'right_rule', to_jsonb(r) from entry e
    join right_rule r on r.institution_id = e.institution_id
         and r.rule_id::text = coalesce(e.before ->> 'ruleId', e.after ->> 'ruleId')
   where e.what = 'right'
)
select institution_id, seq, at, setting,
       case setting when 'scheme_rate' then setting_key(row_of, 'scheme_id', 'from_year')
         when 'scheme_exclusion' then setting_key(row_of, 'scheme_id', 'node_id')
         when 'fund' then row_of ->> 'fund_id' when 'tie' then row_of ->> 'tie_id' else row_of ->> 'rule_id' end as key,
       row_of || jsonb_build_object('institution_id', institution_id) || pg_temp.snake(before) as was,
       row_of || jsonb_build_object('institution_id', institution_id) || pg_temp.snake(after)
         || case when after ? 'left' then jsonb_build_object('left_side', after -> 'left', 'right_side', after -> 'right')
              else '{}' end as became
  from placed;

create temp table span on commit drop as
select institution_id, setting, key, became as content, at as since,
       lead(at) over (partition by institution_id, setting, key order by seq) as until
  from told
union all
-- what it was before anybody touched it; what takes a tie away does not say what the tie was
select first.institution_id, first.setting, first.key,
       case when first.setting <> 'tie' or first.was ? 'left_side' then first.was end, null, first.at
  from (select distinct on (institution_id, setting, key) * from told order by institution_id, setting, key, seq) first;

insert into setting_past (institution_id, setting, key, content, known)
select institution_id, setting, key, content, tstzrange(since, until) from span
 where content is not null and until is not null and (since is null or since < until);

update scheme_rate r set known_from = s.since from span s
 where s.setting = 'scheme_rate' and s.until is null and s.institution_id = r.institution_id and s.key = r.scheme_id || '/' || r.from_year;
update fund f set known_from = s.since from span s
 where s.setting = 'fund' and s.until is null and s.institution_id = f.institution_id and s.key = f.fund_id::text;
update scheme_exclusion x set known_from = s.since from span s
 where s.setting = 'scheme_exclusion' and s.until is null and s.institution_id = x.institution_id and s.key = x.scheme_id || '/' || x.node_id;
update tie t set known_from = s.since from span s
 where s.setting = 'tie' and s.until is null and s.institution_id = t.institution_id and s.key = t.tie_id::text;
update right_rule r set known_from = s.since from span s
 where s.setting = 'right_rule' and s.until is null and s.institution_id = r.institution_id and s.key = r.rule_id::text;

-- A term of a fund is only added and taken away; which entry added one is told by all that it said.
create temp table term_added on commit drop as
select institution_id, subject_id as fund_id, at, after - 'scheme' as said from audit_entry where action = 'fund-term.add';
update fund_term t set known_from = a.at from term_added a
 where a.institution_id = t.institution_id and a.fund_id = t.fund_id
   and pg_temp.snake(a.said - 'fund') = to_jsonb(t) - '{institution_id,term_id,fund_id,sort,known_from}'::text[];
insert into setting_past (institution_id, setting, key, content, known)
select e.institution_id, 'fund_term', e.before ->> 'termId',
       pg_temp.snake(e.before) || jsonb_build_object('institution_id', e.institution_id, 'fund_id', e.subject_id, 'sort', 0),
       tstzrange((select max(a.at) from term_added a where a.institution_id = e.institution_id and a.fund_id = e.subject_id
                   and a.said = e.before - 'termId' and a.at < e.at), e.at)
  from audit_entry e where e.action = 'fund-term.remove';
