-- The lines of a frozen version by place and year, with the measure that version_total leaves out: what the chains of
-- a scheme run over. Written once, when the version freezes, because its lines never change again; `akkoord verify`
-- proves them. No reference to the institution of its own: the key to the version contains it.
create table place_total (
  institution_id uuid not null,
  -- the first of its lines, which names the place in addresses
  line_id        uuid not null,
  version_id     uuid not null,
  scheme_id      uuid not null,
  stage          text not null,
  fund_id        uuid not null,
  unit_id        uuid not null,
  node_id        uuid,
  measure_id     uuid,
  year           integer not null,
  cents          bigint not null,
  -- of the lines without a euro figure
  fte_milli      bigint not null,
  lines          integer not null,
  sort           integer not null,
  primary key (institution_id, line_id),
  foreign key (institution_id, version_id) references version,
  unique nulls not distinct (institution_id, version_id, stage, fund_id, unit_id, node_id, measure_id, year)
);
insert into place_total
select l.institution_id, min(l.line_id::text)::uuid, l.version_id, l.scheme_id, l.stage, l.fund_id, l.unit_id, l.node_id,
       l.measure_id, l.year, coalesce(sum(l.cents), 0), coalesce(sum(l.fte_milli) filter (where l.cents is null), 0),
       count(*), min(l.sort)
  from ledger_line l join version v on v.institution_id = l.institution_id and v.version_id = l.version_id
 where v.content_hash is not null and not l.memo
 group by l.institution_id, l.version_id, l.scheme_id, l.stage, l.fund_id, l.unit_id, l.node_id, l.measure_id, l.year;

create trigger place_total_append_only before update or delete on place_total
  for each row execute function refuse_change();
select isolate('place_total');
revoke update, delete on place_total from akkoord_app;
