-- After a body has spoken: conditions and commitments until they are closed with evidence, what came of advice
-- and of consultations, the council's own proposals and questions, and its own words in the annual report.

-- A condition on which consent was given, or a commitment (toezegging) made to a body.
create table commitment (
  institution_id uuid not null references institution,
  commitment_id  uuid not null,
  scheme_id      uuid not null,
  kind           text not null check (kind in ('condition', 'commitment')),
  -- whose condition it is, or to whom it was promised: its secretary says whether it is met
  body_id        uuid not null,
  -- what it is about, as precisely as it was said
  decision_id    uuid,
  document_id    uuid,
  measure_id     uuid,
  -- the spending of this year waits for it
  spend_year     integer,
  text           text not null check (text <> ''),
  -- who sees to it: those who hold this role (by its code) for this unit; no role is the unit itself
  owner_unit_id  uuid not null,
  owner_role     text,
  made_on        date not null,
  due_on         date not null,
  -- 'answered': the owner has handed in evidence and the body has not said yet that it will do
  status         text not null default 'open' check (status in ('open', 'answered', 'closed', 'withdrawn')),
  closed_on      date,
  source         text not null default '',
  revision       integer not null default 1,
  primary key (institution_id, commitment_id),
  foreign key (institution_id, scheme_id) references scheme,
  foreign key (institution_id, body_id) references body,
  foreign key (institution_id, decision_id) references decision,
  foreign key (institution_id, document_id) references document,
  foreign key (institution_id, measure_id) references measure,
  foreign key (institution_id, owner_unit_id) references unit,
  check (due_on >= made_on),
  check ((closed_on is not null) = (status = 'closed'))
);
create index commitment_scheme on commitment (institution_id, scheme_id, due_on);
create index commitment_body on commitment (institution_id, body_id);
create index commitment_decision on commitment (institution_id, decision_id);

-- What was done with it, by whom it is in the audit: evidence handed in, taken or refused, moved, opened again.
create table commitment_step (
  institution_id uuid not null references institution,
  step_id        uuid not null,
  commitment_id  uuid not null,
  act            text not null check (act in ('answer', 'accept', 'refuse', 'reopen', 'move', 'withdraw')),
  on_date        date not null,
  -- the evidence, or the reason
  text           text not null default '',
  version_id     uuid,
  -- the new day, when it was moved
  due_on         date,
  sort           integer not null,
  primary key (institution_id, step_id),
  foreign key (institution_id, commitment_id) references commitment,
  foreign key (institution_id, version_id) references version,
  unique (institution_id, commitment_id, sort),
  check (text <> '' or version_id is not null or act = 'accept'),
  check ((due_on is not null) = (act = 'move'))
);
create trigger commitment_step_append_only before update or delete on commitment_step
  for each row execute function refuse_change();

-- What was done with one point of an advice (or of any decision), or with a topic of a consultation: law 5, an
-- account that was given is not rewritten; a later one says more.
create table follow_up (
  institution_id uuid not null references institution,
  follow_up_id   uuid not null,
  scheme_id      uuid not null,
  decision_id    uuid,
  topic_id       uuid,
  -- which recommendation in it, in a few words; empty is all of it
  point          text not null default '',
  outcome        text not null check (outcome in ('followed', 'partly', 'not-followed')),
  -- the written account: what was done, or why not
  account        text not null check (account <> ''),
  on_date        date not null,
  version_id     uuid,
  measure_id     uuid,
  change_id      uuid,
  source         text not null default '',
  primary key (institution_id, follow_up_id),
  foreign key (institution_id, scheme_id) references scheme,
  foreign key (institution_id, decision_id) references decision,
  foreign key (institution_id, topic_id) references consultation_topic,
  foreign key (institution_id, version_id) references version,
  foreign key (institution_id, measure_id) references measure,
  check ((decision_id is null) <> (topic_id is null)),
  check (outcome = 'not-followed' or version_id is not null or measure_id is not null or change_id is not null)
);
create index follow_up_decision on follow_up (institution_id, decision_id);
create index follow_up_topic on follow_up (institution_id, topic_id);
create index follow_up_scheme on follow_up (institution_id, scheme_id);
create trigger follow_up_append_only before update or delete on follow_up
  for each row execute function refuse_change();

-- Within how many months a body of a kind gets an answer to what it puts forward of itself (data, not code).
create table reply_term (
  institution_id uuid not null references institution,
  term_id        uuid not null,
  body_kind      text not null,
  kind           text not null check (kind in ('initiative', 'question')),
  months         integer not null check (months between 1 and 24),
  basis          text not null,
  certainty      text not null check (certainty in ('text', 'known', 'uncertain')),
  primary key (institution_id, term_id),
  unique (institution_id, body_kind, kind)
);

-- An initiative proposal of a body, or its question to a board, with the written answer.
create table proposal (
  institution_id uuid not null references institution,
  proposal_id    uuid not null,
  scheme_id      uuid not null,
  body_id        uuid not null,
  to_body_id     uuid not null,
  kind           text not null check (kind in ('initiative', 'question')),
  title          text not null check (title <> ''),
  text           text not null check (text <> ''),
  put_on         date not null,
  -- null where no term is laid down
  due_on         date,
  basis          text not null default '',
  outcome        text check (outcome in ('taken-over', 'partly', 'not-taken-over', 'answered', 'withdrawn')),
  reply          text not null default '',
  replied_on     date,
  source         text not null default '',
  revision       integer not null default 1,
  primary key (institution_id, proposal_id),
  foreign key (institution_id, scheme_id) references scheme,
  foreign key (institution_id, body_id) references body,
  foreign key (institution_id, to_body_id) references body,
  check (body_id <> to_body_id),
  check ((outcome is null) = (replied_on is null)),
  check (outcome is null or reply <> '')
);
create index proposal_scheme on proposal (institution_id, scheme_id, put_on);
create index proposal_body on proposal (institution_id, body_id);

-- The council's own reflection on a year, for the annual report: written by that council alone.
create table reflection (
  institution_id uuid not null references institution,
  reflection_id  uuid not null,
  scheme_id      uuid not null,
  body_id        uuid not null,
  year           integer not null,
  number         integer not null check (number > 0),
  text           text not null default '',
  -- null while the council is writing; from then on it stands
  given_on       date,
  text_hash      text,
  revision       integer not null default 1,
  primary key (institution_id, reflection_id),
  foreign key (institution_id, scheme_id) references scheme,
  foreign key (institution_id, body_id) references body,
  unique (institution_id, scheme_id, body_id, year, number),
  check ((given_on is null) = (text_hash is null)),
  check (given_on is null or text <> '')
);
create unique index reflection_one_draft on reflection (institution_id, scheme_id, body_id, year)
  where given_on is null;
create function refuse_given() returns trigger language plpgsql as $$
begin
  raise exception 'reflection % has been given', old.reflection_id using errcode = 'restrict_violation';
end $$;
create trigger reflection_given before update or delete on reflection
  for each row when (old.given_on is not null) execute function refuse_given();

-- The words of a scheme, explained for whoever meets them for the first time.
create table glossary_word (
  institution_id uuid not null references institution,
  word_id        uuid not null,
  scheme_id      uuid not null,
  code           text not null,
  word_nl        text not null,
  word_en        text not null,
  meaning_nl     text not null,
  meaning_en     text not null,
  source         text not null default '',
  sort           integer not null default 0,
  revision       integer not null default 1,
  primary key (institution_id, word_id),
  foreign key (institution_id, scheme_id) references scheme,
  unique (institution_id, scheme_id, code)
);

select isolate('commitment', 'commitment_step', 'follow_up', 'reply_term', 'proposal', 'reflection',
  'glossary_word');
revoke delete on commitment, commitment_step, follow_up, proposal from akkoord_app;
