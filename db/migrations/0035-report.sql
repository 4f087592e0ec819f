-- Reports that write themselves from the reports below them: what a question's template fills, which answers it draws
-- on, passages quoted with where they come from, and the files made of a report. See docs/decisions/0020.

-- where the answer stands in the report as a whole
alter table question add column part text not null default 'chapter' check (part in ('chapter', 'annex'));
-- false: nothing is written here, the template fills it (a fixed chapter, an annex with tables)
alter table question add column asks boolean not null default true;
-- words that the template prints before the answer: a fixed chapter, how to read a table
alter table question add column fixed_nl text not null default '';
alter table question add column fixed_en text not null default '';
-- what is computed and printed behind the answer: tables, charts, answers of lower reports (app/scheme/block.ts)
alter table question add column blocks jsonb not null default '[]' check (jsonb_typeof(blocks) = 'array');

-- A question of a higher report draws on a question of a lower one: what was asked there is not asked again.
create table question_source (
  institution_id uuid not null references institution,
  question_id    uuid not null,
  source_id      uuid not null,
  -- the lower report of so many years before: a calendar year's report rests on the academic year that ended in it
  years_before   integer not null default 0 check (years_before between 0 and 9),
  primary key (institution_id, question_id, source_id),
  foreign key (institution_id, question_id) references question,
  foreign key (institution_id, source_id) references question,
  check (question_id <> source_id)
);
create index question_source_source on question_source (institution_id, source_id);

-- A passage of a submitted version, quoted in an answer of another document: the words as they were, and the exact
-- version they come from.
create table section_quote (
  institution_id uuid not null references institution,
  quote_id       uuid not null,
  version_id     uuid not null,
  question_id    uuid not null,
  node_id        uuid,
  unit_id        uuid,
  sort           integer not null,
  source_version_id  uuid not null,
  source_hash        text not null,
  source_question_id uuid not null,
  source_node_id     uuid,
  source_unit_id     uuid,
  -- which paragraphs of the answer, from 0; empty: all of it
  passages       integer[] not null default '{}',
  body           jsonb not null,
  primary key (institution_id, quote_id),
  foreign key (institution_id, version_id) references version,
  foreign key (institution_id, question_id) references question,
  foreign key (institution_id, node_id) references node,
  foreign key (institution_id, unit_id) references unit,
  foreign key (institution_id, source_version_id, source_hash) references version (institution_id, version_id, content_hash),
  foreign key (institution_id, source_question_id) references question,
  foreign key (institution_id, source_node_id) references node,
  foreign key (institution_id, source_unit_id) references unit,
  check (version_id <> source_version_id)
);
create index section_quote_version on section_quote (institution_id, version_id);
create index section_quote_source on section_quote (institution_id, source_version_id);
create trigger section_quote_frozen before insert or update or delete on section_quote
  for each row execute function refuse_frozen();

-- What writing it took, as those who submitted it say; beside the content, not part of it.
alter table version add column minutes integer check (minutes between 0 and 1000000);

-- A file that is made of a version, off the request: any process may make it, and any may answer how far it is.
create table output_job (
  institution_id uuid not null references institution,
  job_id         uuid not null,
  version_id     uuid not null,
  -- names the content: SHA-256 of the report as a tree, with the format and what writes it
  content_key    text not null,
  format         text not null,
  file_name      text not null,
  media_type     text not null,
  status         text not null check (status in ('waiting', 'working', 'done', 'failed')),
  -- the report as a tree, until it is written
  tree           jsonb,
  sha256         text,
  attempts       integer not null default 0,
  -- what went wrong, for those who run the server
  problem        text not null default '',
  created_at     timestamptz not null,
  -- the moment that a process last said that it is at work
  seen_at        timestamptz,
  finished_at    timestamptz,
  primary key (institution_id, job_id),
  foreign key (institution_id, version_id) references version,
  foreign key (institution_id, sha256) references file,
  unique (institution_id, content_key),
  check ((status = 'done') = (sha256 is not null))
);
create index output_job_open on output_job (institution_id, created_at) where status in ('waiting', 'working');
create index output_job_version on output_job (institution_id, version_id);
create index output_job_file on output_job (institution_id, sha256);

select isolate('question_source', 'section_quote', 'output_job');
