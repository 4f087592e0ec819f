-- Allocations that were considered: rules with the money and head counts they ran on. Apart from the documents,
-- because a scenario is never in force; what is chosen becomes a draft of an allocation document.

create table scenario (
  institution_id uuid not null references institution,
  scenario_id    uuid not null,
  scheme_id      uuid not null,
  fund_id        uuid not null,
  code           text not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$'),
  name           text not null check (name <> ''),
  -- why it was considered
  description    text not null default '',
  -- false: only who may see drafts of allocations; true: everyone who may see the scheme
  shared         boolean not null default false,
  rules          jsonb not null,
  -- the money and the head counts of the day it was kept; result null when the rules could not be carried out
  inputs         jsonb not null,
  result         jsonb,
  outcome        text check (outcome in ('chosen', 'rejected')),
  reason         text not null default '',
  -- the allocation document that a draft was made of it for
  document_id    uuid,
  -- where it was published, for one that was taken from a source
  source         text not null default '',
  sort           integer not null default 0,
  revision       integer not null default 1,
  kept_at        timestamptz not null,
  primary key (institution_id, scenario_id),
  foreign key (institution_id, scheme_id) references scheme,
  foreign key (institution_id, fund_id) references fund,
  foreign key (institution_id, document_id) references document,
  unique (institution_id, scheme_id, code),
  check (outcome is null or reason <> '')
);

select isolate('scenario');
