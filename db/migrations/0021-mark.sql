-- A memo line is printed and never adds. Its amounts stand apart from those that are summed, so that no query, of
-- today or to come, can count them by mistake; `mark` still says whether they are pm or provisional.
alter table ledger_line
  add column memo boolean not null default false,
  add column memo_cents bigint,
  add column memo_fte_milli bigint;
-- the foundation's unnamed check: a line has an amount, or says why not
do $$
declare held text;
begin
  select conname into strict held from pg_constraint
   where conrelid = 'ledger_line'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%fte_milli IS NOT NULL%';
  execute format('alter table ledger_line drop constraint %I', held);
end $$;
alter table ledger_line
  add constraint ledger_line_amount check (
    case when memo then memo_cents is not null or memo_fte_milli is not null or mark in ('pm', 'masked')
         else cents is not null or fte_milli is not null or mark in ('pm', 'masked') end),
  add constraint ledger_line_memo_apart check (
    case when memo then cents is null and fte_milli is null else memo_cents is null and memo_fte_milli is null end);
-- they are few, and are read as lines: totals know nothing of them
create index ledger_line_memo on ledger_line (institution_id, scheme_id) where memo;

-- How many of a total's lines are provisional, and how many of the unknown ones are masked.
alter table version_total
  add column provisional integer not null default 0,
  add column masked integer not null default 0;
alter table version_total disable trigger version_total_append_only;
update version_total t set provisional = l.provisional, masked = l.masked
  from (select institution_id, version_id, stage, fund_id, unit_id, node_id, year,
               count(*) filter (where mark = 'provisional') as provisional,
               count(*) filter (where mark = 'masked' and cents is null and fte_milli is null) as masked
          from ledger_line where mark in ('provisional', 'masked') group by 1, 2, 3, 4, 5, 6, 7) l
 where (t.institution_id, t.version_id, t.stage, t.fund_id, t.unit_id, t.year)
     = (l.institution_id, l.version_id, l.stage, l.fund_id, l.unit_id, l.year)
   and t.node_id is not distinct from l.node_id;
alter table version_total enable trigger version_total_append_only;
-- 0008's index, with what the money query reads beside the sums
create index version_total_by_stage on version_total (institution_id, scheme_id, stage, version_id)
  include (fund_id, unit_id, node_id, year, cents, fte_milli, unknown, with_cents, with_fte, provisional, masked);
drop index version_total_stage;
