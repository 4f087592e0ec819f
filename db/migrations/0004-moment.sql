-- The yearly cycle: the steps of a scheme as data, and the moments that starting a year makes of them.

create table cycle_step (
  institution_id uuid not null references institution,
  step_id        uuid not null,
  scheme_id      uuid not null,
  code           text not null,
  name_nl        text not null,
  name_en        text not null,
  -- a moment for every unit of one of these kinds
  unit_kinds     text[] not null,
  -- what is due: a document of this kind; none is a meeting or another act, ticked by hand
  kind_id        uuid,
  -- with which kind of body, standing where, and the right it exercises on the document
  body_kind      text,
  body_at        text check (body_at in ('unit', 'institution')),
  right_kind     text check (right_kind in ('consent', 'advice', 'approval', 'discussion', 'information')),
  -- from whom: the code of a role
  role_code      text,
  -- the years that the document covers, from the year of the cycle; a year's report looks back (-1)
  covers         integer not null default 0,
  -- 'period': a document over the covered year; 'submitted': a version submitted around the due date
  counts         text not null default 'period' check (counts in ('period', 'submitted')),
  -- how the due date follows from the year (app/cycle/due-rule.ts)
  rule           jsonb not null,
  -- in which years it comes: from the first through the last, every so many years
  first_year     integer not null,
  last_year      integer not null,
  every_years    integer not null default 1 check (every_years between 1 and 20),
  note_nl        text not null default '',
  note_en        text not null default '',
  source         text not null default '',
  sort           integer not null default 0,
  revision       integer not null default 1,
  primary key (institution_id, step_id),
  foreign key (institution_id, scheme_id) references scheme,
  foreign key (institution_id, kind_id) references document_kind,
  unique (institution_id, scheme_id, code),
  check (last_year >= first_year),
  check ((body_kind is null) = (body_at is null)),
  check (right_kind is null or (body_kind is not null and kind_id is not null))
);

create table moment (
  institution_id uuid not null references institution,
  moment_id      uuid not null,
  scheme_id      uuid not null,
  step_id        uuid not null,
  unit_id        uuid not null,
  -- the year of the cycle: a calendar year, or the academic year that begins in it
  year           integer not null,
  due_on         date not null,
  -- as the rule made it; differs from due_on once the moment was moved
  first_due_on   date not null,
  status         text not null default 'open' check (status in ('open', 'moved', 'done', 'cancelled')),
  -- why it was moved or cancelled, or how it is known to be done
  reason         text not null default '',
  done_on        date,
  notes          text not null default '',
  revision       integer not null default 1,
  primary key (institution_id, moment_id),
  foreign key (institution_id, scheme_id) references scheme,
  foreign key (institution_id, step_id) references cycle_step,
  foreign key (institution_id, unit_id) references unit,
  unique (institution_id, step_id, unit_id, year),
  check (done_on is null or status = 'done'),
  check (status not in ('moved', 'cancelled') or reason <> '')
);
create index moment_year on moment (institution_id, scheme_id, year);
create index moment_due on moment (institution_id, due_on) where status in ('open', 'moved');

-- The papers that went to a moment: a version of ours, or a paper that is kept elsewhere.
create table moment_paper (
  institution_id uuid not null references institution,
  paper_id       uuid not null,
  moment_id      uuid not null,
  version_id     uuid,
  title          text not null,
  -- as precise as it is known: 2020-11, 2021-03-01
  sent_text      text not null,
  sort_date      date not null,
  source         text not null default '',
  primary key (institution_id, paper_id),
  foreign key (institution_id, moment_id) references moment,
  foreign key (institution_id, version_id) references version
);
create index moment_paper_of on moment_paper (institution_id, moment_id, sort_date);

select isolate('cycle_step', 'moment', 'moment_paper');
revoke delete on moment from akkoord_app;
