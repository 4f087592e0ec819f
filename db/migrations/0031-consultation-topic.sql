-- Consultations in full: kinds of methods, the themes of a talk, what goes against what was expected, quotes that
-- small groups are not known by, and who discussed the outcome; forms in which students take part; who wrote a
-- document; and what may be spent while consent on a budget is missing.

alter table consultation_method
  -- what the overviews ask for: panels have one of their own, rounds stand with the document they are about
  add column kind text not null default 'talk'
    check (kind in ('survey', 'panel', 'session', 'sounding-board', 'input', 'round', 'talk', 'other')),
  add column revision integer not null default 1;

-- A standing form in which students (or others) take part: assistants, volunteers, a pool that is consulted.
create table involvement (
  institution_id uuid not null references institution,
  involvement_id uuid not null,
  scheme_id      uuid not null,
  code           text not null check (code <> ''),
  name_nl        text not null check (name_nl <> ''),
  name_en        text not null check (name_en <> ''),
  unit_id        uuid not null,
  -- the body they are or sit in, where it is one
  body_id        uuid,
  role_nl        text not null default '',
  role_en        text not null default '',
  -- how many take part; null: not known
  heads          integer check (heads >= 0),
  about          boolean not null default false,
  pay            text not null default 'unknown'
    check (pay in ('unknown', 'none', 'session', 'hour', 'month', 'year')),
  -- in cents per what pay says; null: not known
  pay_cents      bigint check (pay_cents >= 0),
  -- as the source dates it: 2022
  since_text     text not null default '',
  source         text not null default '',
  sort           integer not null default 0,
  revision       integer not null default 1,
  primary key (institution_id, involvement_id),
  foreign key (institution_id, scheme_id) references scheme,
  foreign key (institution_id, unit_id) references unit,
  foreign key (institution_id, body_id) references body,
  unique (institution_id, scheme_id, code),
  check (pay_cents is null or pay not in ('unknown', 'none'))
);

alter table consultation
  -- of how many talks it consisted
  add column sittings integer not null default 1 check (sittings between 1 and 1000),
  -- which round of feedback on its document; null: none
  add column round integer check (round between 1 and 50),
  add column involvement_id uuid,
  add foreign key (institution_id, involvement_id) references involvement;

-- The themes a consultation was about, whatever came up in it.
create table consultation_node (
  institution_id  uuid not null references institution,
  consultation_id uuid not null,
  node_id         uuid not null,
  primary key (institution_id, consultation_id, node_id),
  foreign key (institution_id, consultation_id) references consultation,
  foreign key (institution_id, node_id) references node
);

-- Who discussed what came out, and when.
create table consultation_discussion (
  institution_id  uuid not null references institution,
  discussion_id   uuid not null,
  consultation_id uuid not null,
  body_id         uuid,
  -- for who is no body of ours, or no one in particular
  with_whom       text not null default '',
  -- as the source dates it; empty: not known
  on_text         text not null default '',
  note            text not null default '',
  sort            integer not null,
  primary key (institution_id, discussion_id),
  foreign key (institution_id, consultation_id) references consultation,
  foreign key (institution_id, body_id) references body,
  check (body_id is not null or with_whom <> '')
);
create index consultation_discussion_of on consultation_discussion (institution_id, consultation_id);

alter table consultation_topic
  -- what it goes against: an assumption or a measure of the agreement; empty: nothing
  add column against text not null default '';

-- What somebody said on a topic, word for word. Nobody's name; heads: how large the group is that it came from.
create table consultation_quote (
  institution_id uuid not null references institution,
  quote_id       uuid not null,
  topic_id       uuid not null,
  text           text not null check (text <> ''),
  speakers       text not null default '',
  heads          integer check (heads > 0),
  sort           integer not null,
  primary key (institution_id, quote_id),
  foreign key (institution_id, topic_id) references consultation_topic on delete cascade
);
create index consultation_quote_of on consultation_quote (institution_id, topic_id);

-- Who wrote a document: a body, or whom the source names by function.
create table document_author (
  institution_id uuid not null references institution,
  author_id      uuid not null,
  document_id    uuid not null,
  body_id        uuid,
  name_nl        text not null default '',
  name_en        text not null default '',
  -- wrote, or contributed
  part           text not null check (part in ('author', 'contributor')),
  source         text not null default '',
  sort           integer not null default 0,
  revision       integer not null default 1,
  primary key (institution_id, author_id),
  foreign key (institution_id, document_id) references document,
  foreign key (institution_id, body_id) references body,
  check (body_id is not null or (name_nl <> '' and name_en <> ''))
);
create index document_author_of on document_author (institution_id, document_id);

-- What may be spent of a budget as long as the consent of this rule is missing when its year begins, as a share of
-- what stood there the year before (WHW 9.40(5): four twelfths).
alter table right_rule
  add column interim_parts integer check (interim_parts > 0),
  add column interim_of integer,
  add column interim_stage text check (interim_stage in ('budgeted', 'allocated', 'realised')),
  add column interim_basis text not null default '',
  add column interim_certainty text check (interim_certainty in ('text', 'known', 'uncertain')),
  add check (num_nonnulls(interim_parts, interim_of, interim_stage, interim_certainty) in (0, 4)),
  add check (interim_parts <= interim_of),
  add check (interim_parts is null or interim_basis <> '');

select isolate('involvement', 'consultation_node', 'consultation_discussion', 'consultation_quote',
  'document_author');
