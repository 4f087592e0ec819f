-- The money pages read totals by scheme and stage. Everything that they sum is in the index, so that the totals
-- of one institution lie together, however the totals of others were written between them over the years.
create index version_total_stage on version_total (institution_id, scheme_id, stage, version_id)
  include (fund_id, unit_id, node_id, year, cents, fte_milli, unknown, with_cents, with_fte);
drop index version_total_scheme;

-- A scheme, a version and a document belong to one institution. Without knowing that, the planner divides by the
-- number of institutions twice and, in a country of them, takes thousands of rows for a handful.
create statistics version_total_keys (dependencies) on institution_id, scheme_id, version_id from version_total;
create statistics ledger_line_keys (dependencies) on institution_id, scheme_id, version_id from ledger_line;
