-- What a version of a plan changes from an earlier one, and why. The arithmetic is never stored: what happened to
-- each theme's money follows from the ledger lines of both versions and from these statements.

-- The causes that changes of this scheme name: an open list, as nodes of a framework (data, not code).
alter table scheme
  add column cause_framework_id uuid,
  add foreign key (institution_id, cause_framework_id) references framework;

-- The earlier version that a version states its changes from: of its own document, or of the one that it amends.
create table plan_base (
  institution_id uuid not null references institution,
  version_id     uuid not null,
  base_id        uuid not null,
  primary key (institution_id, version_id),
  foreign key (institution_id, version_id) references version,
  foreign key (institution_id, base_id) references version,
  check (version_id <> base_id)
);
create trigger plan_base_frozen before insert or update or delete on plan_base
  for each row execute function refuse_frozen();

create table plan_change (
  institution_id uuid not null references institution,
  change_id      uuid not null,
  version_id     uuid not null,
  -- kept when a returned version is taken up again
  code           text not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$'),
  -- what happened, as far as the arithmetic needs to know; why it happened is its cause
  kind           text not null check (kind in ('kept', 'extended', 'reduced', 'new', 'stopped', 'merged', 'split',
                          'moved', 'reclassified', 'replaced')),
  -- what it is about in words, where the plan has no measure for it
  subject        text not null default '',
  -- the unit below that it is about; null is the plan's own
  unit_id        uuid,
  from_node_id   uuid,
  to_node_id     uuid,
  -- how much, as it was said ('verdubbeld', '> 10 %', 'bescheiden'), and the factor that these words name
  size           text not null default '',
  factor_comparator text check (factor_comparator in ('exactly', 'about', 'more-than', 'at-least', 'less-than',
                          'at-most')),
  factor_milli   bigint check (factor_milli >= 0),
  -- what was freed or transferred, as stated, over all years of the plan; null: not stated, which is not zero
  cents          bigint check (cents >= 0),
  -- node of the scheme's framework of causes
  cause_id       uuid,
  -- money of elsewhere that ended or took over, in words, and from which year
  other_money    text not null default '',
  from_year      integer,
  -- the decision that it follows from: whose, and when
  body_id        uuid,
  decided_on     date,
  reason         text not null default '',
  source         text not null default '',
  sort           integer not null default 0,
  revision       integer not null default 1,
  primary key (institution_id, change_id),
  foreign key (institution_id, version_id) references version,
  foreign key (institution_id, unit_id) references unit,
  foreign key (institution_id, from_node_id) references node,
  foreign key (institution_id, to_node_id) references node,
  foreign key (institution_id, cause_id) references node,
  foreign key (institution_id, body_id) references body,
  unique (institution_id, version_id, code),
  unique (institution_id, version_id, change_id),
  check ((factor_comparator is null) = (factor_milli is null)),
  check (body_id is not null or decided_on is null)
);
create trigger plan_change_frozen before insert or update or delete on plan_change
  for each row execute function refuse_frozen();

-- The measures of the earlier version and of this one that a change links, so that what was merged or split keeps
-- its history.
create table plan_change_measure (
  institution_id uuid not null references institution,
  version_id     uuid not null,
  change_id      uuid not null,
  side           text not null check (side in ('before', 'after')),
  measure_id     uuid not null,
  primary key (institution_id, change_id, side, measure_id),
  foreign key (institution_id, version_id, change_id) references plan_change (institution_id, version_id, change_id)
    on delete cascade,
  foreign key (institution_id, measure_id) references measure
);
create index plan_change_measure_of on plan_change_measure (institution_id, measure_id);
create trigger plan_change_measure_frozen before insert or update or delete on plan_change_measure
  for each row execute function refuse_frozen();

select isolate('plan_base', 'plan_change', 'plan_change_measure');
