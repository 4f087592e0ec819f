-- Steps of a measure, the units that a version covers, and the requirements that a scheme makes of a document.

-- A dated or undated piece of a measure: a milestone, a phase, a deliverable, or the choice of one unit.
create table measure_step (
  institution_id uuid not null references institution,
  version_id     uuid not null,
  measure_id     uuid not null,
  -- keeps its identity over the versions that carry it
  code           text not null,
  kind           text not null check (kind in ('milestone', 'phase', 'deliverable', 'choice')),
  -- the unit below or covered that it is about; null is all of them
  unit_id        uuid,
  first_year     integer,
  last_year      integer,
  -- when within its last year, in words: 'najaar'
  due            text not null default '',
  text           text not null,
  -- what can be counted, in thousandths of its unit: at least 2 courses per programme
  comparator     text check (comparator in ('at-least', 'at-most', 'exactly')),
  target_milli   bigint,
  target_unit    text not null default '',
  sort           integer not null default 0,
  revision       integer not null default 1,
  primary key (institution_id, version_id, measure_id, code),
  foreign key (institution_id, version_id, measure_id) references measure_text,
  foreign key (institution_id, unit_id) references unit,
  check (last_year >= first_year),
  check ((first_year is null) = (last_year is null)),
  check ((comparator is null) = (target_milli is null)),
  check ((target_unit = '') = (target_milli is null))
);
create trigger measure_step_frozen before insert or update or delete on measure_step
  for each row execute function refuse_frozen();

-- The units that a version of a document speaks for, beside the unit that writes it.
create table version_unit (
  institution_id uuid not null references institution,
  version_id     uuid not null,
  unit_id        uuid not null,
  primary key (institution_id, version_id, unit_id),
  foreign key (institution_id, version_id) references version,
  foreign key (institution_id, unit_id) references unit
);
create trigger version_unit_frozen before insert or update or delete on version_unit
  for each row execute function refuse_frozen();

-- What a kind of document must satisfy, and how that is seen: by answers, by a norm computed from the plan,
-- by the judgement of a person, or by several of these together.
create table requirement (
  institution_id uuid not null references institution,
  requirement_id uuid not null,
  kind_id        uuid not null,
  code           text not null,
  text_nl        text not null,
  text_en        text not null,
  source         text not null default '',
  norm           text check (norm in ('multi-year-budget', 'improvement-only', 'measurable-step', 'serves-goal',
                          'theme-choice')),
  -- a person says whether it is met, and why
  judged         boolean not null,
  -- unmet it stops submission; otherwise it is a warning
  blocks         boolean not null,
  sort           integer not null default 0,
  primary key (institution_id, requirement_id),
  foreign key (institution_id, kind_id) references document_kind,
  unique (institution_id, kind_id, code)
);

create table requirement_question (
  institution_id uuid not null references institution,
  requirement_id uuid not null,
  question_id    uuid not null,
  primary key (institution_id, requirement_id, question_id),
  foreign key (institution_id, requirement_id) references requirement on delete cascade,
  foreign key (institution_id, question_id) references question
);

-- What a writer judged of a requirement in a version, and why.
create table requirement_judgement (
  institution_id uuid not null references institution,
  version_id     uuid not null,
  requirement_id uuid not null,
  met            boolean not null,
  reason         text not null check (reason <> ''),
  judged_by      text not null,
  judged_at      timestamptz not null,
  revision       integer not null default 1,
  primary key (institution_id, version_id, requirement_id),
  foreign key (institution_id, version_id) references version,
  foreign key (institution_id, requirement_id) references requirement
);
create trigger requirement_judgement_frozen before insert or update or delete on requirement_judgement
  for each row execute function refuse_frozen();

select isolate('measure_step', 'version_unit', 'requirement', 'requirement_question', 'requirement_judgement');
