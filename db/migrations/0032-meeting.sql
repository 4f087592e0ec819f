-- Meetings, networks and actions as moments; what a monitoring plan is drawn from; what a body is for.

alter table cycle_step
  -- what it is in the plan; null follows from what it asks: a document is a report, a body alone a meeting
  add column nature text check (nature in ('report', 'instrument', 'meeting', 'task')),
  -- it belongs to the regular quality assurance and is used here, not asked for this scheme
  add column regular boolean not null default false,
  -- how often, as the source puts it; empty: the rule says it
  add column frequency_nl text not null default '',
  add column frequency_en text not null default '',
  -- other levels (kinds of units) whose people sit at it: it ties the levels together
  add column connects text[] not null default '{}';

-- What of one step is used in another: an instrument in a report, a report in the report above it or in a meeting.
create table step_feed (
  institution_id uuid not null references institution,
  step_id        uuid not null,
  into_id        uuid not null,
  primary key (institution_id, step_id, into_id),
  foreign key (institution_id, step_id) references cycle_step,
  foreign key (institution_id, into_id) references cycle_step,
  check (step_id <> into_id)
);

-- A topic that returns on the agenda of the meetings of a step.
create table step_topic (
  institution_id uuid not null references institution,
  topic_id       uuid not null,
  step_id        uuid not null,
  name_nl        text not null check (name_nl <> ''),
  name_en        text not null check (name_en <> ''),
  -- once a year, in or after this month; null is every meeting
  month          integer check (month between 1 and 12),
  -- the step whose documents it is about
  about_id       uuid,
  source         text not null default '',
  sort           integer not null default 0,
  primary key (institution_id, topic_id),
  foreign key (institution_id, step_id) references cycle_step,
  foreign key (institution_id, about_id) references cycle_step
);
create index step_topic_of on step_topic (institution_id, step_id, sort);

-- A moment without a step is one that people agreed: a meeting of its own, or an action from a meeting.
alter table moment
  alter column step_id drop not null,
  drop constraint moment_institution_id_step_id_unit_id_year_key,
  -- which of the days that the rule gives in the year
  add column nth integer not null default 1 check (nth > 0),
  add column title text not null default '',
  -- who meets, or who agreed it, where the step does not say
  add column body_id uuid,
  -- from whom: a role for the unit, or a member of the body
  add column role_code text,
  add column member_id uuid,
  -- the item of an agenda at which it was agreed
  add column item_id uuid,
  -- of a meeting
  add column place text not null default '',
  -- how many were there, where members are not kept
  add column present integer check (present >= 0),
  add column guests text not null default '',
  add unique (institution_id, step_id, unit_id, year, nth),
  add foreign key (institution_id, body_id) references body,
  add foreign key (institution_id, member_id) references body_member,
  add check ((step_id is null) = (title <> '')),
  add check (item_id is null or step_id is null),
  add check (role_code is null or member_id is null);
create index moment_body on moment (institution_id, body_id) where body_id is not null;

-- A point on the agenda of a meeting, with what came of it.
create table agenda_item (
  institution_id  uuid not null references institution,
  item_id         uuid not null,
  moment_id       uuid not null,
  -- 'risk': a risk that was signalled, until what was agreed on it is done
  kind            text not null default 'point' check (kind in ('point', 'standing', 'risk')),
  -- empty: the name of the topic that returns
  title           text not null default '',
  topic_id        uuid,
  text            text not null default '',
  -- what it is about: at most one of these
  version_id      uuid,
  decision_id     uuid,
  consultation_id uuid,
  about_id        uuid,
  -- what was said and decided; empty: not treated yet
  outcome         text not null default '',
  sort            integer not null default 0,
  revision        integer not null default 1,
  primary key (institution_id, item_id),
  foreign key (institution_id, moment_id) references moment,
  foreign key (institution_id, topic_id) references step_topic,
  foreign key (institution_id, version_id) references version,
  foreign key (institution_id, decision_id) references decision,
  foreign key (institution_id, consultation_id) references consultation,
  foreign key (institution_id, about_id) references moment,
  check (title <> '' or topic_id is not null),
  check (num_nonnulls(version_id, decision_id, consultation_id, about_id) <= 1)
);
create index agenda_item_of on agenda_item (institution_id, moment_id, sort);
alter table moment add foreign key (institution_id, item_id) references agenda_item;
create index moment_item on moment (institution_id, item_id) where item_id is not null;

-- Which members were at a meeting.
create table attendance (
  institution_id uuid not null references institution,
  moment_id      uuid not null,
  member_id      uuid not null,
  came           text not null check (came in ('present', 'excused', 'absent')),
  primary key (institution_id, moment_id, member_id),
  foreign key (institution_id, moment_id) references moment,
  foreign key (institution_id, member_id) references body_member
);

select isolate('step_feed', 'step_topic', 'agenda_item', 'attendance');

-- What a body is for, in words: a network has aims, somebody who chairs it, and something it advises on.
alter table body
  add column aims_nl text not null default '',
  add column aims_en text not null default '',
  add column chair_nl text not null default '',
  add column chair_en text not null default '',
  add column made_of_nl text not null default '',
  add column made_of_en text not null default '',
  add column advice_nl text not null default '',
  add column advice_en text not null default '';
