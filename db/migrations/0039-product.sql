-- A step of the cycle may ask a unit for its progress or its indicators over a year: handed in, that is what answers.
alter table cycle_step add column product text check (product in ('progress', 'indicators'));
alter table cycle_step add check (product is null or kind_id is null and right_kind is null);

-- The criteria by which the promises of a scheme's plans are judged (specific, measurable, …), as nodes of a framework.
alter table scheme
  add column criteria_framework_id uuid,
  add foreign key (institution_id, criteria_framework_id) references framework;

-- Whether a measure, as one version of its plan promises it, meets a criterion, and why. The newest number counts.
create table promise_judgement (
  institution_id uuid not null references institution,
  judgement_id   uuid not null,
  version_id     uuid not null,
  measure_id     uuid not null,
  -- the criterion
  node_id        uuid not null,
  number         integer not null check (number > 0),
  met            boolean not null,
  reason         text not null check (reason <> ''),
  judged_by      text not null,
  judged_at      timestamptz not null,
  primary key (institution_id, judgement_id),
  foreign key (institution_id, version_id, measure_id) references measure_text,
  foreign key (institution_id, node_id) references node,
  unique (institution_id, version_id, measure_id, node_id, number)
);
create trigger promise_judgement_append_only before update or delete on promise_judgement
  for each row execute function refuse_change();
select isolate('promise_judgement');
