-- Making the agreements as a cycle of its own: milestones with their meetings and bars, what a negative
-- assessment would cost, and proposals to do together what several plans mean to do each.

alter table cycle_step
  -- from when work on it runs, and the meeting at which the body treats it (app/cycle/due-rule.ts)
  add column start_rule jsonb,
  add column meeting_rule jsonb,
  -- 'month': the source names no day, so the last day of the month stands for the month
  add column precision text check (precision = 'month'),
  -- its place in the table of milestones; null is no milestone
  add column milestone integer check (milestone > 0),
  -- what the product consists of, and who takes part beside the body and its right
  add column parts_nl text not null default '',
  add column parts_en text not null default '',
  add column also_nl text not null default '',
  add column also_en text not null default '';

alter table moment
  add column starts_on date,
  add column meets_on date;

-- What an assessment that ends badly does to the money, as the scheme's sources put it.
create table sanction (
  institution_id uuid not null references institution,
  sanction_id    uuid not null,
  scheme_id      uuid not null,
  code           text not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$'),
  name_nl        text not null check (name_nl <> ''),
  name_en        text not null check (name_en <> ''),
  -- which assessment, and what makes it end so
  cause_nl       text not null default '',
  cause_en       text not null default '',
  -- {kind: withhold, fromYear, lastYear, shareBasis} or {kind: no-growth, year, over}: app/scheme/sanction.ts
  effect         jsonb not null,
  source         text not null default '',
  sort           integer not null default 0,
  primary key (institution_id, sanction_id),
  foreign key (institution_id, scheme_id) references scheme,
  unique (institution_id, scheme_id, code)
);

-- A proposal to do together what the plans of several units mean to do each.
create table bundle (
  institution_id uuid not null references institution,
  bundle_id      uuid not null,
  scheme_id      uuid not null,
  -- the ambition or goal that they share
  node_id        uuid not null,
  name           text not null check (name <> ''),
  reason         text not null check (reason <> ''),
  status         text not null default 'proposed' check (status in ('proposed', 'joint', 'withdrawn')),
  -- why it was withdrawn
  ending         text not null default '',
  proposed_on    date not null,
  -- the joint measure that came of it
  measure_id     uuid,
  revision       integer not null default 1,
  primary key (institution_id, bundle_id),
  foreign key (institution_id, scheme_id) references scheme,
  foreign key (institution_id, node_id) references node,
  foreign key (institution_id, measure_id) references measure,
  check ((status = 'joint') = (measure_id is not null)),
  check ((status = 'withdrawn') = (ending <> ''))
);
create unique index bundle_once on bundle (institution_id, scheme_id, node_id) where status = 'proposed';

-- The measures that it would take together.
create table bundle_part (
  institution_id uuid not null references institution,
  bundle_id      uuid not null,
  measure_id     uuid not null,
  primary key (institution_id, bundle_id, measure_id),
  foreign key (institution_id, bundle_id) references bundle,
  foreign key (institution_id, measure_id) references measure
);

-- What each of their units says of it.
create table bundle_answer (
  institution_id uuid not null references institution,
  bundle_id      uuid not null,
  unit_id        uuid not null,
  answer         text check (answer in ('agreed', 'declined')),
  reason         text not null default '',
  answered_on    date,
  primary key (institution_id, bundle_id, unit_id),
  foreign key (institution_id, bundle_id) references bundle,
  foreign key (institution_id, unit_id) references unit,
  check ((answer is null) = (answered_on is null)),
  check (answer is distinct from 'declined' or reason <> '')
);

select isolate('sanction', 'bundle', 'bundle_part', 'bundle_answer');
revoke delete on bundle, bundle_part, bundle_answer from akkoord_app;
