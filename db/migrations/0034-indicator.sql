-- Indicators: what is measured and how (versioned), what was measured, where a series breaks, what the holder makes
-- of it, and what was submitted. Quantities are whole thousandths of their unit: 25.8 is 25800.

-- Below how many individuals a figure is not shown; without a row it is five (law 11).
create table indicator_setting (
  institution_id uuid primary key references institution,
  masked_below   integer not null check (masked_below between 2 and 50)
);

create table indicator (
  institution_id uuid not null references institution,
  indicator_id   uuid not null,
  scheme_id      uuid not null,
  code           text not null check (code ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  sort           integer not null,
  -- the last year for which it is measured
  last_year      integer,
  revision       integer not null default 1,
  primary key (institution_id, indicator_id),
  foreign key (institution_id, scheme_id) references scheme,
  unique (institution_id, scheme_id, code)
);

-- How it is measured from a year on. A change is a new version: figures keep the one by which they were measured.
create table indicator_definition (
  institution_id  uuid not null references institution,
  definition_id   uuid not null,
  indicator_id    uuid not null,
  number          integer not null check (number > 0),
  from_year       integer not null,
  -- with figures of the version before; where not, the series breaks
  comparable      boolean not null default true,
  reason_nl       text not null default '',
  reason_en       text not null default '',
  kind            text not null check (kind in ('ratio', 'mean', 'count', 'fte', 'percentage')),
  -- what it tells: how things stand, what an initiative brought about, what people think of it, how students fare
  purpose         text not null check (purpose in ('state', 'output', 'effect', 'outcome')),
  name_nl         text not null check (name_nl <> ''),
  name_en         text not null check (name_en <> ''),
  unit_nl         text not null default '',
  unit_en         text not null default '',
  decimals        integer not null check (decimals between 0 and 3),
  scale_low       integer,
  scale_high      integer,
  scale_nl        text not null default '',
  scale_en        text not null default '',
  population_nl   text not null default '',
  population_en   text not null default '',
  exclusions_nl   text not null default '',
  exclusions_en   text not null default '',
  reference_nl    text not null default '',
  reference_en    text not null default '',
  numerator_nl    text not null default '',
  numerator_en    text not null default '',
  denominator_nl  text not null default '',
  denominator_en  text not null default '',
  source_nl       text not null default '',
  source_en       text not null default '',
  -- with whom the figures are discussed every year
  discussed_nl    text not null default '',
  discussed_en    text not null default '',
  question_nl     text not null default '',
  question_en     text not null default '',
  -- null: no target, and the reason says why not
  target_milli    bigint,
  target_at_least boolean not null default true,
  target_nl       text not null check (target_nl <> ''),
  target_en       text not null check (target_en <> ''),
  -- years run from September through August
  academic        boolean not null default false,
  -- it counts or asks people: small groups are masked
  individuals     boolean not null default true,
  -- [{code, nameNl, nameEn}], in printing order
  splits          jsonb not null default '[]',
  -- the kinds of units that give it, unless units are named
  unit_kinds      text[] not null default '{}',
  primary key (institution_id, definition_id),
  foreign key (institution_id, indicator_id) references indicator,
  unique (institution_id, indicator_id, number),
  check ((scale_low is null) = (scale_high is null)),
  check (scale_low < scale_high),
  check (kind = 'mean' or scale_low is null)
);
create trigger indicator_definition_append_only before update or delete on indicator_definition
  for each row execute function refuse_change();

create table indicator_definition_unit (
  institution_id uuid not null references institution,
  definition_id  uuid not null,
  unit_id        uuid not null,
  primary key (institution_id, definition_id, unit_id),
  foreign key (institution_id, definition_id) references indicator_definition,
  foreign key (institution_id, unit_id) references unit
);
create table indicator_definition_node (
  institution_id uuid not null references institution,
  definition_id  uuid not null,
  node_id        uuid not null,
  primary key (institution_id, definition_id, node_id),
  foreign key (institution_id, definition_id) references indicator_definition,
  foreign key (institution_id, node_id) references node
);
create table indicator_definition_measure (
  institution_id uuid not null references institution,
  definition_id  uuid not null,
  measure_id     uuid not null,
  primary key (institution_id, definition_id, measure_id),
  foreign key (institution_id, definition_id) references indicator_definition,
  foreign key (institution_id, measure_id) references measure
);

-- Figures of this year and later are not comparable with those before it, of one unit or of all.
create table indicator_break (
  institution_id uuid not null references institution,
  break_id       uuid not null,
  indicator_id   uuid not null,
  unit_id        uuid,
  year           integer not null,
  reason_nl      text not null check (reason_nl <> ''),
  reason_en      text not null check (reason_en <> ''),
  source         text not null default '',
  primary key (institution_id, break_id),
  foreign key (institution_id, indicator_id) references indicator,
  foreign key (institution_id, unit_id) references unit
);
create index indicator_break_of on indicator_break (institution_id, indicator_id);

-- What was measured. Law 5: a later number corrects an earlier one, nothing is overwritten.
create table indicator_observation (
  institution_id    uuid not null references institution,
  observation_id    uuid not null,
  indicator_id      uuid not null,
  definition_id     uuid not null,
  unit_id           uuid not null,
  year              integer not null,
  -- the code of a split of the definition; empty is the whole
  split             text not null default '',
  number            integer not null check (number > 0),
  value_milli       bigint,
  numerator_milli   bigint,
  denominator_milli bigint check (denominator_milli > 0),
  spread_milli      bigint check (spread_milli >= 0),
  respondents       integer check (respondents >= 0),
  mark              text check (mark in ('unknown', 'masked')),
  caveat            text not null default '',
  source            text not null default '',
  -- why it was corrected
  reason            text not null default '',
  -- how often the set had been submitted by then: later ones are not part of what was submitted
  after_submission  integer not null default 0,
  primary key (institution_id, observation_id),
  foreign key (institution_id, indicator_id) references indicator,
  foreign key (institution_id, definition_id) references indicator_definition,
  foreign key (institution_id, unit_id) references unit,
  unique (institution_id, indicator_id, unit_id, year, split, number),
  check ((numerator_milli is null) = (denominator_milli is null)),
  check ((value_milli is null and numerator_milli is null) = (mark is not null))
);
create trigger indicator_observation_append_only before update or delete on indicator_observation
  for each row execute function refuse_change();

-- What the holder makes of the figures of a year.
create table indicator_reflection (
  institution_id   uuid not null references institution,
  reflection_id    uuid not null,
  indicator_id     uuid not null,
  unit_id          uuid not null,
  year             integer not null,
  number           integer not null check (number > 0),
  text             text not null check (text <> ''),
  after_submission integer not null default 0,
  primary key (institution_id, reflection_id),
  foreign key (institution_id, indicator_id) references indicator,
  foreign key (institution_id, unit_id) references unit,
  unique (institution_id, indicator_id, unit_id, year, number)
);
create trigger indicator_reflection_append_only before update or delete on indicator_reflection
  for each row execute function refuse_change();

-- The figures and reflections of a unit and year, handed in: whatever was recorded before it, under one hash.
create table indicator_submission (
  institution_id uuid not null references institution,
  submission_id  uuid not null,
  scheme_id      uuid not null,
  unit_id        uuid not null,
  year           integer not null,
  number         integer not null check (number > 0),
  on_date        date not null,
  content_hash   text not null,
  primary key (institution_id, submission_id),
  foreign key (institution_id, scheme_id) references scheme,
  foreign key (institution_id, unit_id) references unit,
  unique (institution_id, scheme_id, unit_id, year, number)
);
create trigger indicator_submission_append_only before update or delete on indicator_submission
  for each row execute function refuse_change();

select isolate('indicator_setting', 'indicator', 'indicator_definition', 'indicator_definition_unit',
  'indicator_definition_node', 'indicator_definition_measure', 'indicator_break', 'indicator_observation',
  'indicator_reflection', 'indicator_submission');
