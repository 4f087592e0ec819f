-- Progress: what a unit says of each measure of its plan, per year, and the evidence for it.

-- The words of a scheme for how a measure stands (data, not code).
create table progress_status (
  institution_id uuid not null references institution,
  status_id      uuid not null,
  scheme_id      uuid not null,
  code           text not null,
  name_nl        text not null check (name_nl <> ''),
  name_en        text not null check (name_en <> ''),
  -- when to choose it, in words
  meaning_nl     text not null default '',
  meaning_en     text not null default '',
  -- it differs from what was promised: choosing it asks for the reason
  deviates       boolean not null,
  sort           integer not null default 0,
  revision       integer not null default 1,
  primary key (institution_id, status_id),
  foreign key (institution_id, scheme_id) references scheme,
  unique (institution_id, scheme_id, code)
);

-- The account of one unit on one year. Submitted it stands (law 5); a correction is the next one, which names it.
create table progress_report (
  institution_id uuid not null references institution,
  report_id      uuid not null,
  scheme_id      uuid not null,
  unit_id        uuid not null,
  year           integer not null,
  number         integer not null check (number > 0),
  -- the year of the unit in a few lines
  summary        text not null default '',
  corrects_id    uuid,
  reason         text not null default '',
  -- null while it is being written
  submitted_at   timestamptz,
  submitted_by   text not null default '',
  content_hash   text,
  revision       integer not null default 1,
  primary key (institution_id, report_id),
  foreign key (institution_id, scheme_id) references scheme,
  foreign key (institution_id, unit_id) references unit,
  foreign key (institution_id, corrects_id) references progress_report,
  unique (institution_id, scheme_id, unit_id, year, number),
  check ((number > 1) = (corrects_id is not null)),
  check ((corrects_id is null) = (reason = '')),
  check ((submitted_at is null) = (content_hash is null))
);
create unique index progress_report_one_draft on progress_report (institution_id, scheme_id, unit_id, year)
  where submitted_at is null;

create table progress_entry (
  institution_id uuid not null references institution,
  report_id      uuid not null,
  measure_id     uuid not null,
  -- the promise that it answers: the version of the plan that was in force
  version_id     uuid not null,
  status_id      uuid,
  done           text not null default '',
  result         text not null default '',
  effect         text not null default '',
  deviation      text not null default '',
  next_step      text not null default '',
  -- an advice, a decision or somebody else's work that it waits for
  waits_for      text not null default '',
  primary key (institution_id, report_id, measure_id),
  foreign key (institution_id, report_id) references progress_report,
  foreign key (institution_id, measure_id) references measure,
  foreign key (institution_id, version_id, measure_id) references measure_text,
  foreign key (institution_id, status_id) references progress_status
);
create index progress_entry_measure on progress_entry (institution_id, measure_id);

-- What was reached of a step that can be counted, in thousandths of the unit of its target.
create table progress_step (
  institution_id uuid not null references institution,
  report_id      uuid not null,
  measure_id     uuid not null,
  code           text not null,
  reached_milli  bigint,
  note           text not null default '',
  primary key (institution_id, report_id, measure_id, code),
  foreign key (institution_id, report_id, measure_id) references progress_entry on delete cascade,
  check (reached_milli is not null or note <> '')
);

create function refuse_told() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.submitted_at is not null then
    raise exception 'progress report % stands', old.report_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger progress_report_told before update or delete on progress_report
  for each row execute function refuse_told();

create function refuse_told_part() returns trigger language plpgsql as $$
declare
  touched uuid := case when tg_op = 'DELETE' then old.report_id else new.report_id end;
  told timestamptz;
begin
  select submitted_at into told from progress_report
   where institution_id = case when tg_op = 'DELETE' then old.institution_id else new.institution_id end
     and report_id = touched;
  if told is not null then
    raise exception 'progress report % stands', touched using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger progress_entry_told before insert or update or delete on progress_entry
  for each row execute function refuse_told_part();
create trigger progress_step_told before insert or update or delete on progress_step
  for each row execute function refuse_told_part();

-- Evidence: a file, a link, a version of a document, a decision, a consultation, or a stated fact with its
-- number. It is not deleted; what proves to be wrong is withdrawn with the reason.
create table evidence (
  institution_id uuid not null references institution,
  evidence_id    uuid not null,
  scheme_id      uuid not null,
  code           text not null,
  kind           text not null check (kind in ('file', 'link', 'version', 'decision', 'consultation', 'fact')),
  -- whose it is: who may add, withdraw and read it follows from this unit
  unit_id        uuid not null,
  title          text not null check (title <> ''),
  description    text not null default '',
  -- what it rests on, as one would cite it
  source         text not null default '',
  -- the day that it speaks of, and the stretch of time where there is one
  effective_on   date not null,
  period         daterange,
  confidentiality text not null check (confidentiality in ('public', 'institution', 'council', 'unit')),
  sha256         text,
  file_name      text,
  media_type     text,
  url            text,
  version_id     uuid,
  decision_id    uuid,
  consultation_id uuid,
  -- a fact's number in thousandths of its unit; `approximate` is "about"
  figure_milli   bigint,
  figure_unit    text not null default '',
  approximate    boolean not null default false,
  added_at       timestamptz not null,
  withdrawn_at   timestamptz,
  withdrawn_reason text not null default '',
  primary key (institution_id, evidence_id),
  foreign key (institution_id, scheme_id) references scheme,
  foreign key (institution_id, unit_id) references unit,
  foreign key (institution_id, sha256) references file,
  foreign key (institution_id, version_id) references version,
  foreign key (institution_id, decision_id) references decision,
  foreign key (institution_id, consultation_id) references consultation,
  unique (institution_id, scheme_id, code),
  check ((kind = 'file') = (sha256 is not null)),
  check ((sha256 is null) = (file_name is null) and (sha256 is null) = (media_type is null)),
  check ((kind = 'link') = (url is not null)),
  check ((kind = 'version') = (version_id is not null)),
  check ((kind = 'decision') = (decision_id is not null)),
  check ((kind = 'consultation') = (consultation_id is not null)),
  check ((kind = 'fact') = (figure_milli is not null)),
  check (kind <> 'fact' or source <> ''),
  check ((withdrawn_at is null) = (withdrawn_reason = ''))
);
create index evidence_file on evidence (institution_id, sha256);

-- What it is evidence for: a measure, its progress in a year or one of its steps; a version, a decision, a
-- consultation.
create table evidence_link (
  institution_id uuid not null references institution,
  link_id        uuid not null,
  evidence_id    uuid not null,
  measure_id     uuid,
  year           integer,
  step           text,
  -- the version of the plan that held the measure when it was linked
  at_version_id  uuid,
  version_id     uuid,
  decision_id    uuid,
  consultation_id uuid,
  primary key (institution_id, link_id),
  foreign key (institution_id, evidence_id) references evidence,
  foreign key (institution_id, measure_id) references measure,
  foreign key (institution_id, at_version_id, measure_id) references measure_text,
  foreign key (institution_id, version_id) references version,
  foreign key (institution_id, decision_id) references decision,
  foreign key (institution_id, consultation_id) references consultation,
  unique nulls not distinct (institution_id, evidence_id, measure_id, year, step, version_id, decision_id,
    consultation_id),
  check (num_nonnulls(measure_id, version_id, decision_id, consultation_id) = 1),
  check (measure_id is not null or (year is null and step is null)),
  check ((measure_id is null) = (at_version_id is null))
);
create index evidence_link_measure on evidence_link (institution_id, measure_id);
create index evidence_link_evidence on evidence_link (institution_id, evidence_id);
create trigger evidence_link_append_only before update or delete on evidence_link
  for each row execute function refuse_change();

-- Only its withdrawal is ever added to evidence.
create function refuse_evidence() returns trigger language plpgsql as $$
begin
  if old.withdrawn_at is not null or (to_jsonb(old) - '{withdrawn_at,withdrawn_reason}'::text[])
       <> (to_jsonb(new) - '{withdrawn_at,withdrawn_reason}'::text[]) then
    raise exception 'evidence % stands', old.evidence_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger evidence_stands before update on evidence for each row execute function refuse_evidence();

-- The state that a measure leaves behind at the end of the period is a piece of its promise like the others.
do $$
declare held text;
begin
  select conname into strict held from pg_constraint
   where conrelid = 'measure_step'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%deliverable%';
  execute format('alter table measure_step drop constraint %I', held);
end $$;
alter table measure_step add constraint measure_step_kind
  check (kind in ('milestone', 'phase', 'deliverable', 'choice', 'end-state'));

select isolate('progress_status', 'progress_report', 'progress_entry', 'progress_step', 'evidence', 'evidence_link');
revoke delete on progress_report, evidence, evidence_link from akkoord_app;
