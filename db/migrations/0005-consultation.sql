-- Consultations: who was asked, how, how many came or answered, and what came of it.

-- The ways in which a scheme consults: formal, informal, a survey … (data, not code).
create table consultation_method (
  institution_id uuid not null references institution,
  method_id      uuid not null,
  scheme_id      uuid not null,
  code           text not null,
  name_nl        text not null,
  name_en        text not null,
  -- it asks individuals rather than office holders: one to four of them are shown as fewer than five
  individuals    boolean not null,
  sort           integer not null default 0,
  primary key (institution_id, method_id),
  foreign key (institution_id, scheme_id) references scheme,
  unique (institution_id, scheme_id, code)
);

create table consultation (
  institution_id  uuid not null references institution,
  consultation_id uuid not null,
  scheme_id       uuid not null,
  method_id       uuid not null,
  unit_id         uuid not null,
  -- the body that was consulted or that held it: its secretary may write it up
  body_id         uuid,
  document_id     uuid,
  -- as the source dates it: 2021-03-01, 2020 (najaar)
  on_text         text not null,
  sort_date       date not null,
  title           text not null,
  with_whom       text not null default '',
  aim             text not null default '',
  invited         integer check (invited >= 0),
  present         integer check (present >= 0),
  answered        integer check (answered >= 0),
  caveat          text not null default '',
  outcome         text not null default '',
  source          text not null default '',
  revision        integer not null default 1,
  primary key (institution_id, consultation_id),
  foreign key (institution_id, scheme_id) references scheme,
  foreign key (institution_id, method_id) references consultation_method,
  foreign key (institution_id, unit_id) references unit,
  foreign key (institution_id, body_id) references body,
  foreign key (institution_id, document_id) references document
);
create index consultation_scheme on consultation (institution_id, scheme_id, sort_date);
create index consultation_document on consultation (institution_id, document_id);

-- Of those who answered: so many of one group, exactly or about.
create table consultation_part (
  institution_id  uuid not null references institution,
  part_id         uuid not null,
  consultation_id uuid not null,
  name            text not null,
  heads           integer not null check (heads >= 0),
  about           boolean not null default false,
  sort            integer not null,
  primary key (institution_id, part_id),
  foreign key (institution_id, consultation_id) references consultation
);
create index consultation_part_of on consultation_part (institution_id, consultation_id);

-- What came up, each linked to the nodes it is about and the measures that answer it (n:m).
create table consultation_topic (
  institution_id  uuid not null references institution,
  topic_id        uuid not null,
  consultation_id uuid not null,
  text            text not null,
  sort            integer not null,
  primary key (institution_id, topic_id),
  foreign key (institution_id, consultation_id) references consultation
);
create index consultation_topic_of on consultation_topic (institution_id, consultation_id);

create table consultation_topic_node (
  institution_id uuid not null references institution,
  topic_id       uuid not null,
  node_id        uuid not null,
  primary key (institution_id, topic_id, node_id),
  foreign key (institution_id, topic_id) references consultation_topic on delete cascade,
  foreign key (institution_id, node_id) references node
);

create table consultation_topic_measure (
  institution_id uuid not null references institution,
  topic_id       uuid not null,
  measure_id     uuid not null,
  primary key (institution_id, topic_id, measure_id),
  foreign key (institution_id, topic_id) references consultation_topic on delete cascade,
  foreign key (institution_id, measure_id) references measure
);

select isolate('consultation_method', 'consultation', 'consultation_part', 'consultation_topic',
  'consultation_topic_node', 'consultation_topic_measure');
revoke delete on consultation from akkoord_app;
