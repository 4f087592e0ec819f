-- Finance intake: files of the finance system, how their columns and their lines are read, and what was booked
-- from them. See docs/decisions/0011-finance-intake.md for what counts when files overlap.

-- How a file with these heads is read: confirmed once, recognised ever after by the signature of the heads.
create table intake_layout (
  institution_id uuid not null references institution,
  layout_id      uuid not null,
  -- SHA-256 of the heads in their order, without capitals and white space
  signature      text not null check (signature ~ '^[0-9a-f]{64}$'),
  name           text not null,
  -- which column (0 is the first) holds what, and how amounts and dates are written
  mapping        jsonb not null,
  confirmed_by   text not null,
  confirmed_at   timestamptz not null,
  revision       integer not null default 1,
  primary key (institution_id, layout_id),
  unique (institution_id, signature)
);

-- Which lines of the finance system are spending on what, or stay out and why. Patterns are data: empty is
-- anything, `4711` exactly that, `4711*` what begins so, `40000-40999` a range.
create table intake_rule (
  institution_id uuid not null references institution,
  rule_id        uuid not null,
  scheme_id      uuid not null,
  unit_id        uuid not null,
  sort           integer not null,
  cost_centre    text not null default '',
  account        text not null default '',
  -- stands in the description
  contains       text not null default '',
  -- months, both included; null leaves a side open
  from_month     text check (from_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  through_month  text check (through_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  outcome        text not null check (outcome in ('book', 'exclude')),
  -- for `book`: a measure, or a theme for spending without one
  measure_id     uuid,
  node_id        uuid,
  fund_id        uuid,
  target_unit_id uuid,
  component      text not null default '',
  cost_kind      text not null default '',
  -- for `exclude`: why these lines are no spending of the scheme
  reason         text not null default '',
  revision       integer not null default 1,
  primary key (institution_id, rule_id),
  foreign key (institution_id, scheme_id) references scheme,
  foreign key (institution_id, unit_id) references unit,
  foreign key (institution_id, measure_id) references measure,
  foreign key (institution_id, node_id) references node,
  foreign key (institution_id, fund_id) references fund,
  foreign key (institution_id, target_unit_id) references unit,
  check (case outcome when 'exclude' then reason <> ''
         else fund_id is not null and (measure_id is not null or node_id is not null) end)
);
create index intake_rule_unit on intake_rule (institution_id, scheme_id, unit_id, sort);

-- An upload for a unit's year. `waiting` until its columns are confirmed; then its rows stand in intake_line.
create table intake_file (
  institution_id uuid not null references institution,
  file_id        uuid not null,
  scheme_id      uuid not null,
  unit_id        uuid not null,
  year           integer not null,
  number         integer not null,
  sha256         text not null,
  name           text not null,
  status         text not null check (status in ('waiting', 'read', 'withdrawn')),
  -- the day of which the file gives the position: of two files that overlap the later day counts
  as_of          date,
  -- it holds every line of the cost centres and periods that occur in it
  complete       boolean not null default true,
  layout_id      uuid,
  row_count      integer not null default 0,
  cents          bigint not null default 0,
  withdrawn_note text not null default '',
  uploaded_by    text not null,
  uploaded_at    timestamptz not null,
  revision       integer not null default 1,
  primary key (institution_id, file_id),
  foreign key (institution_id, scheme_id) references scheme,
  foreign key (institution_id, unit_id) references unit,
  foreign key (institution_id, sha256) references file,
  foreign key (institution_id, layout_id) references intake_layout,
  unique (institution_id, scheme_id, unit_id, year, sha256),
  unique (institution_id, scheme_id, unit_id, year, number),
  check (status <> 'read' or as_of is not null)
);

-- The rows of a file, as they were read. Named by their row, so that a booked figure leads back to it.
create table intake_line (
  institution_id uuid not null references institution,
  file_id        uuid not null,
  row_number     integer not null,
  -- 2025-03, or 2025-Q1; 2025-13 to 2025-16 are the closing periods of a finance system
  period         text not null check (period ~ '^\d{4}-(0[1-9]|1[0-6]|Q[1-4])$'),
  cost_centre    text not null,
  account        text not null,
  description    text not null,
  reference      text not null,
  -- costs are positive, whatever the sign in the file
  cents          bigint not null,
  booked_on      date,
  primary key (institution_id, file_id, row_number),
  foreign key (institution_id, file_id) references intake_file
);

-- What a booked version was made of: rows of one file under one rule, and the place in the ledger they went to.
create table intake_part (
  institution_id uuid not null references institution,
  part_id        uuid not null,
  version_id     uuid not null,
  file_id        uuid not null,
  -- the codes of the ledger lines of the version that it stands in, as placeKey joins them; null: left out
  place          text,
  period         text not null,
  cost_centre    text not null,
  account        text not null,
  -- the rule in words, as it was then; `reason` for what was left out
  rule           text not null,
  reason         text not null default '',
  cents          bigint not null,
  row_numbers    integer[] not null,
  primary key (institution_id, part_id),
  foreign key (institution_id, version_id) references version,
  foreign key (institution_id, file_id) references intake_file
);
create index intake_part_version on intake_part (institution_id, version_id, place);

-- A month or quarter of a scheme whose figures are final: what comes later is a correction with a reason.
create table closed_period (
  institution_id uuid not null references institution,
  scheme_id      uuid not null,
  period         text not null check (period ~ '^\d{4}-(0[1-9]|1[0-6]|Q[1-4])$'),
  closed_by      text not null,
  closed_at      timestamptz not null,
  note           text not null default '',
  primary key (institution_id, scheme_id, period),
  foreign key (institution_id, scheme_id) references scheme
);

-- A correction of a closed period: the ledger lines that carry it stay apart in every later version.
create table intake_correction (
  institution_id uuid not null references institution,
  correction_id  uuid not null,
  version_id     uuid not null,
  unit_id        uuid not null,
  scheme_id      uuid not null,
  year           integer not null,
  place          text not null,
  period         text not null,
  cents          bigint not null,
  reason         text not null check (reason <> ''),
  primary key (institution_id, correction_id),
  foreign key (institution_id, version_id) references version,
  foreign key (institution_id, unit_id) references unit,
  foreign key (institution_id, scheme_id) references scheme
);
create index intake_correction_unit on intake_correction (institution_id, scheme_id, unit_id, year);

-- What a forecast was based on: per place the method, and the reason where it was made by hand.
create table forecast_basis (
  institution_id uuid not null references institution,
  version_id     uuid not null,
  place          text not null,
  method         text not null check (method in ('pace', 'budget', 'hand')),
  reason         text not null default '',
  -- months of realised figures it looked at
  months         integer not null check (months between 0 and 12),
  realised_cents bigint,
  primary key (institution_id, version_id, place),
  foreign key (institution_id, version_id) references version
);

select isolate('intake_layout', 'intake_rule', 'intake_file', 'intake_line', 'intake_part', 'closed_period',
               'intake_correction', 'forecast_basis');
revoke update, delete on intake_line, intake_part, intake_correction from akkoord_app;
revoke delete on intake_file, closed_period from akkoord_app;
