-- The rights matrix says everything that a request needs; what happens after an outcome is kept as events; the
-- institution's recess periods and free days; bodies made of other bodies.

-- Beside the rights that are asked: who decides, proposes, leads and carries out. Nothing is asked of those.
alter table right_rule drop constraint right_rule_kind_check;
alter table right_rule
  add constraint right_rule_kind_check check (kind in ('consent', 'advice', 'approval', 'discussion', 'information',
    'decides', 'proposes', 'leads', 'carries-out')),
  -- the matter and the holder in words, as the matrix prints them; empty: the names of the kind and the body
  add column matter_nl text not null default '',
  add column matter_en text not null default '',
  add column holder_nl text not null default '',
  add column holder_en text not null default '',
  -- how many must be present: a share of the members in basis points, or a number; neither: no quorum
  add column quorum_basis integer check (quorum_basis between 1 and 10000),
  add column quorum_members integer check (quorum_members between 1 and 1000),
  -- simple: more for than against; absolute: more than half of the votes cast, abstentions counted;
  -- absolute-members: more than half of the members in office; and two thirds of either
  add column majority text not null default 'simple'
    check (majority in ('simple', 'absolute', 'absolute-members', 'two-thirds-votes', 'two-thirds-members')),
  -- the sections that vote apart and must each agree, by the capacity of their members or the code of a part of
  -- the body; empty: it votes as one
  add column sections text[] not null default '{}',
  -- no answer in the term: the version may proceed, it counts as refused, or the question stays open
  add column silence text not null default 'open' check (silence in ('proceed', 'refused', 'open')),
  add column conditions_allowed boolean not null default true,
  -- how long carrying out waits when advice is disputed (WHW 9.40(3): four weeks), in calendar days
  add column suspension_days integer not null default 28 check (suspension_days between 0 and 366),
  -- within how many months of a ruling one can appeal (WHW 9.46(3): one)
  add column appeal_months integer not null default 1 check (appeal_months between 0 and 24),
  add check (quorum_basis is null or quorum_members is null),
  add check (not prior or kind in ('consent', 'advice', 'approval', 'discussion', 'information'));

alter table decision
  -- the rule as it stood when it was asked, with the periods that its term skips: app/participation/asked-rule.ts
  add column rule jsonb,
  -- members in office on the day of the outcome: counted, or stated where members are not kept
  add column members integer check (members >= 0),
  -- the votes of sections that vote apart: [{name, present, for, against, abstained}]
  add column sections jsonb;

-- What happened in a dossier beside the outcome itself, in the order in which it was recorded.
-- Which event can follow which state: app/participation/dossier-state.ts.
create table decision_event (
  institution_id uuid not null references institution,
  event_id       uuid not null,
  decision_id    uuid not null,
  seq            integer not null check (seq > 0),
  event          text not null check (event in ('papers', 'consulted', 'extended', 'excluded', 'no-quorum',
    'account-followed', 'account-partly', 'account-not', 'further-consultation', 'objected', 'waived',
    'settlement-opened', 'settlement-reached', 'settlement-failed', 'committee-asked',
    'ruling-for-board', 'ruling-for-body', 'appealed')),
  on_date        date not null,
  -- in words: the account itself, what was agreed, the ruling, the name of a paper
  text           text not null default '',
  -- the new last day of a term, or of a suspension
  until_date     date,
  -- a paper that is a version, of this or another document
  version_id     uuid,
  -- the member who was excluded from the item, where members are kept; else how many
  member_id      uuid,
  people         integer check (people > 0),
  -- the account, token or import as the audit chain names it; never a person's name
  by_kind        text not null check (by_kind in ('account', 'token', 'system')),
  by_name        text not null,
  at             timestamptz not null,
  primary key (institution_id, event_id),
  foreign key (institution_id, decision_id) references decision,
  foreign key (institution_id, version_id) references version,
  foreign key (institution_id, member_id) references body_member,
  -- of two events recorded at once on what one saw, one wins
  unique (institution_id, decision_id, seq)
);
create trigger decision_event_append_only before update or delete on decision_event
  for each row execute function refuse_change();

-- Days on which no term runs.
create table free_period (
  institution_id uuid not null references institution,
  period_id      uuid not null,
  kind           text not null check (kind in ('recess', 'free-day')),
  name_nl        text not null check (name_nl <> ''),
  name_en        text not null check (name_en <> ''),
  -- both included
  first_day      date not null,
  last_day       date not null,
  primary key (institution_id, period_id),
  check (first_day <= last_day)
);
create index free_period_day on free_period (institution_id, first_day);

-- A joint meeting: a body whose members are those of other bodies.
create table body_part (
  institution_id uuid not null references institution,
  body_id        uuid not null,
  part_id        uuid not null,
  sort           integer not null default 0,
  primary key (institution_id, body_id, part_id),
  foreign key (institution_id, body_id) references body,
  foreign key (institution_id, part_id) references body,
  check (body_id <> part_id)
);

select isolate('decision_event', 'free_period', 'body_part');
