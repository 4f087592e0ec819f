-- The foundation: tenancy, audit, identity, organisation, frameworks, schemes, documents, ledger, decisions.
-- Law 8: every primary key starts with institution_id, every foreign key contains it, and row-level security
-- enforces it under akkoord_app, a role that owns nothing.

create extension if not exists btree_gist;

do $$
begin
  if not exists (select from pg_roles where rolname = 'akkoord_app') then
    create role akkoord_app login nosuperuser nocreatedb nocreaterole nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null; -- two databases of one cluster migrating at once
end $$;

-- The institution of this transaction, set by SET LOCAL app.institution_id; unset means that no row is seen.
create function current_institution() returns uuid language sql stable
  return nullif(current_setting('app.institution_id', true), '')::uuid;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

----------------------------------------------------------------------------------------------- institution
create table institution (
  institution_id uuid primary key,
  code           text not null unique check (code ~ '^[a-z][a-z0-9-]{1,40}$'),
  name_nl        text not null,
  name_en        text not null,
  -- a notice on every page, for an institution that is fictional or otherwise not what it seems
  notice_nl      text not null default '',
  notice_en      text not null default '',
  -- true for a demo institution: the sign-in page offers its accounts as buttons
  demo           boolean not null default false,
  created_at     timestamptz not null default now()
);

-- What the sign-in page may know before anybody has signed in.
create function sign_in_institutions()
  returns table (institution_id uuid, code text, name_nl text, name_en text, demo boolean)
  language sql stable security definer set search_path = public
  as $$ select institution_id, code, name_nl, name_en, demo from institution order by name_nl $$;

----------------------------------------------------------------------------------------------------- audit
create table audit_head (
  institution_id uuid primary key references institution,
  seq            bigint not null,
  hash           text not null
);

create table audit_entry (
  institution_id uuid not null references institution,
  seq            bigint not null,
  at             timestamptz not null,
  actor_kind     text not null check (actor_kind in ('account', 'token', 'system')),
  actor_id       uuid,
  actor_name     text not null,
  action         text not null,
  subject_kind   text not null,
  subject_id     uuid,
  before         jsonb,
  after          jsonb,
  previous_hash  text not null,
  hash           text not null,
  primary key (institution_id, seq)
);
create index audit_entry_subject on audit_entry (institution_id, subject_kind, subject_id, seq);
create trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function refuse_change();

-------------------------------------------------------------------------------------------------- identity
create table account (
  institution_id uuid not null references institution,
  account_id     uuid not null,
  -- lower case; an address or a plain name, unique within the institution
  login          text not null check (login = lower(login) and login <> ''),
  name           text not null,
  password_hash  text,
  locale         text not null default 'nl' check (locale in ('nl', 'en')),
  disabled_at    timestamptz,
  primary key (institution_id, account_id),
  unique (institution_id, login)
);

create table role (
  institution_id uuid not null references institution,
  role_id        uuid not null,
  code           text not null,
  name_nl        text not null,
  name_en        text not null,
  permissions    text[] not null,
  sort           integer not null default 0,
  primary key (institution_id, role_id),
  unique (institution_id, code)
);

create table session (
  institution_id uuid not null references institution,
  token_hash     text not null,
  account_id     uuid not null,
  created_at     timestamptz not null,
  seen_at        timestamptz not null,
  expires_at     timestamptz not null,
  primary key (institution_id, token_hash),
  foreign key (institution_id, account_id) references account on delete cascade
);

create table sign_in_attempt (
  institution_id uuid not null references institution,
  attempt_id     uuid not null,
  -- a hash of the login or of the address tried from: no personal data is kept
  bucket         text not null,
  at             timestamptz not null,
  primary key (institution_id, attempt_id)
);
create index sign_in_attempt_bucket on sign_in_attempt (institution_id, bucket, at);

---------------------------------------------------------------------------------------------- organisation
create table unit (
  institution_id uuid not null references institution,
  unit_id        uuid not null,
  code           text not null,
  kind           text not null,
  name_nl        text not null,
  name_en        text not null,
  valid          daterange not null default '(,)',
  sort           integer not null default 0,
  revision       integer not null default 1,
  primary key (institution_id, unit_id),
  unique (institution_id, code)
);

-- Where a unit hangs, and when: a reorganisation adds a placement, it never rewrites one.
create table unit_placement (
  institution_id uuid not null references institution,
  placement_id   uuid not null,
  unit_id        uuid not null,
  parent_id      uuid not null,
  valid          daterange not null default '(,)',
  primary key (institution_id, placement_id),
  foreign key (institution_id, unit_id) references unit,
  foreign key (institution_id, parent_id) references unit,
  check (unit_id <> parent_id),
  exclude using gist (institution_id with =, unit_id with =, valid with &&)
);
create index unit_placement_parent on unit_placement (institution_id, parent_id);

create table unit_succession (
  institution_id uuid not null references institution,
  succession_id  uuid not null,
  predecessor_id uuid not null,
  successor_id   uuid not null,
  on_date        date not null,
  kind           text not null check (kind in ('merge', 'split', 'rename')),
  primary key (institution_id, succession_id),
  foreign key (institution_id, predecessor_id) references unit,
  foreign key (institution_id, successor_id) references unit,
  unique (institution_id, predecessor_id, successor_id)
);

create table head_count_definition (
  institution_id uuid not null references institution,
  definition_id  uuid not null,
  code           text not null,
  name_nl        text not null,
  name_en        text not null,
  primary key (institution_id, definition_id),
  unique (institution_id, code)
);

create table head_count (
  institution_id uuid not null references institution,
  head_count_id  uuid not null,
  definition_id  uuid not null,
  unit_id        uuid not null,
  reference_date date not null,
  heads          integer check (heads >= 0),
  -- why there is no number: 'unknown', or 'masked' for fewer than the threshold
  mark           text check (mark in ('unknown', 'masked')),
  source         text not null,
  primary key (institution_id, head_count_id),
  foreign key (institution_id, definition_id) references head_count_definition,
  foreign key (institution_id, unit_id) references unit,
  unique (institution_id, definition_id, unit_id, reference_date),
  check ((heads is null) = (mark is not null))
);

create table body (
  institution_id uuid not null references institution,
  body_id        uuid not null,
  code           text not null,
  -- what a scheme's rights matrix names: 'executive-board', 'faculty-council' … (data, not code)
  kind           text not null,
  unit_id        uuid not null,
  name_nl        text not null,
  name_en        text not null,
  valid          daterange not null default '(,)',
  revision       integer not null default 1,
  primary key (institution_id, body_id),
  foreign key (institution_id, unit_id) references unit,
  unique (institution_id, code)
);

create table body_member (
  institution_id uuid not null references institution,
  member_id      uuid not null,
  body_id        uuid not null,
  name           text not null,
  capacity       text not null default '',
  account_id     uuid,
  term           daterange not null,
  primary key (institution_id, member_id),
  foreign key (institution_id, body_id) references body,
  foreign key (institution_id, account_id) references account
);

-- A role held by an account, for a unit and what is below it or on a body, between dates.
create table mandate (
  institution_id uuid not null references institution,
  mandate_id     uuid not null,
  account_id     uuid not null,
  role_id        uuid not null,
  unit_id        uuid,
  body_id        uuid,
  valid          daterange not null default '(,)',
  primary key (institution_id, mandate_id),
  foreign key (institution_id, account_id) references account,
  foreign key (institution_id, role_id) references role,
  foreign key (institution_id, unit_id) references unit,
  foreign key (institution_id, body_id) references body
);
create index mandate_account on mandate (institution_id, account_id);

create table api_token (
  institution_id uuid not null references institution,
  token_id       uuid not null,
  token_hash     text not null,
  name           text not null,
  role_id        uuid not null,
  unit_id        uuid,
  -- what of its role the token may use; null is all of it
  scopes         text[],
  created_at     timestamptz not null,
  expires_at     timestamptz not null,
  revoked_at     timestamptz,
  primary key (institution_id, token_id),
  foreign key (institution_id, role_id) references role,
  foreign key (institution_id, unit_id) references unit,
  unique (institution_id, token_hash)
);

-- The answer given to a post, kept for a day so that a repeated post has one effect (Idempotency-Key).
create table idempotency (
  institution_id uuid not null references institution,
  key            text not null,
  caller_id      uuid not null,
  request_hash   text not null,
  status         integer not null,
  body           text not null,
  at             timestamptz not null,
  primary key (institution_id, caller_id, key)
);

------------------------------------------------------------------------------------------------- framework
create table framework (
  institution_id uuid not null references institution,
  framework_id   uuid not null,
  code           text not null,
  name_nl        text not null,
  name_en        text not null,
  source         text not null default '',
  valid          daterange not null default '(,)',
  revision       integer not null default 1,
  primary key (institution_id, framework_id),
  unique (institution_id, code)
);

create table node (
  institution_id uuid not null references institution,
  node_id        uuid not null,
  framework_id   uuid not null,
  parent_id      uuid,
  code           text not null,
  name_nl        text not null,
  name_en        text not null,
  text_nl        text not null default '',
  text_en        text not null default '',
  sort           integer not null,
  primary key (institution_id, node_id),
  foreign key (institution_id, framework_id) references framework,
  foreign key (institution_id, parent_id) references node,
  unique (institution_id, framework_id, code)
);

-- Another name for a node, and the document or body that uses it.
create table node_alias (
  institution_id uuid not null references institution,
  alias_id       uuid not null,
  node_id        uuid not null,
  name           text not null,
  context        text not null default '',
  primary key (institution_id, alias_id),
  foreign key (institution_id, node_id) references node,
  unique (institution_id, node_id, name, context)
);

create table node_link (
  institution_id uuid not null references institution,
  from_node_id   uuid not null,
  to_node_id     uuid not null,
  primary key (institution_id, from_node_id, to_node_id),
  foreign key (institution_id, from_node_id) references node,
  foreign key (institution_id, to_node_id) references node
);

---------------------------------------------------------------------------------------------------- scheme
create table scheme (
  institution_id uuid not null references institution,
  scheme_id      uuid not null,
  code           text not null,
  name_nl        text not null,
  name_en        text not null,
  legal_source   text not null,
  conditions     text not null default '',
  first_year     integer not null,
  last_year      integer not null,
  -- the framework whose nodes are the themes of the money
  theme_framework_id uuid not null,
  revision       integer not null default 1,
  primary key (institution_id, scheme_id),
  foreign key (institution_id, theme_framework_id) references framework,
  unique (institution_id, code),
  check (last_year >= first_year and last_year - first_year < 50)
);

-- The other frameworks that measures of the scheme refer to (ambitions, strategy goals).
create table scheme_framework (
  institution_id uuid not null references institution,
  scheme_id      uuid not null,
  framework_id   uuid not null,
  sort           integer not null default 0,
  primary key (institution_id, scheme_id, framework_id),
  foreign key (institution_id, scheme_id) references scheme,
  foreign key (institution_id, framework_id) references framework
);

create table fund (
  institution_id uuid not null references institution,
  fund_id        uuid not null,
  scheme_id      uuid not null,
  code           text not null,
  name_nl        text not null,
  name_en        text not null,
  -- false for a fund outside the scheme that pays for the same activities in some years
  own            boolean not null default true,
  sort           integer not null default 0,
  primary key (institution_id, fund_id),
  foreign key (institution_id, scheme_id) references scheme,
  unique (institution_id, scheme_id, code)
);

-- A theme that the scheme leaves out, why, and what covers it instead.
create table scheme_exclusion (
  institution_id uuid not null references institution,
  scheme_id      uuid not null,
  node_id        uuid not null,
  reason         text not null,
  covered_by     text not null default '',
  primary key (institution_id, scheme_id, node_id),
  foreign key (institution_id, scheme_id) references scheme,
  foreign key (institution_id, node_id) references node
);

-- What one FTE costs, from a year on, in cents.
create table scheme_rate (
  institution_id uuid not null references institution,
  scheme_id      uuid not null,
  from_year      integer not null,
  fte_cents      bigint not null check (fte_cents > 0),
  source         text not null default '',
  primary key (institution_id, scheme_id, from_year),
  foreign key (institution_id, scheme_id) references scheme
);

-- A dated event in the life of the agreement outside our own documents: adopted, judged, approved, postponed.
create table scheme_event (
  institution_id uuid not null references institution,
  event_id       uuid not null,
  scheme_id      uuid not null,
  -- as the source dates it: 2018-12, 2019-06-11, 2021
  on_text        text not null,
  sort_date      date not null,
  body_name      text not null default '',
  what_nl        text not null,
  what_en        text not null,
  -- the event as first planned, when it was moved or cancelled
  status         text not null default 'happened' check (status in ('planned', 'happened', 'moved', 'cancelled')),
  reason         text not null default '',
  source         text not null default '',
  primary key (institution_id, event_id),
  foreign key (institution_id, scheme_id) references scheme
);

-- A kind of document that the scheme uses, and what the document must hold.
create table document_kind (
  institution_id uuid not null references institution,
  kind_id        uuid not null,
  scheme_id      uuid not null,
  code           text not null,
  name_nl        text not null,
  name_en        text not null,
  -- the ledger stage that its lines carry, if it carries money
  stage          text check (stage in ('expected', 'granted', 'allocated', 'budgeted', 'realised', 'forecast')),
  -- the kind of unit that writes it ('faculty', 'institution' …)
  unit_kinds     text[] not null,
  -- measures and budget belong to it
  has_measures   boolean not null default false,
  sort           integer not null default 0,
  primary key (institution_id, kind_id),
  foreign key (institution_id, scheme_id) references scheme,
  unique (institution_id, scheme_id, code)
);

create table question (
  institution_id uuid not null references institution,
  question_id    uuid not null,
  kind_id        uuid not null,
  code           text not null,
  text_nl        text not null,
  text_en        text not null,
  hint_nl        text not null default '',
  hint_en        text not null default '',
  -- asked once, or once per theme of the scheme
  per            text not null check (per in ('document', 'theme')),
  -- one of the themes only; null is all of them
  node_id        uuid,
  required       boolean not null default true,
  sort           integer not null,
  primary key (institution_id, question_id),
  foreign key (institution_id, kind_id) references document_kind,
  foreign key (institution_id, node_id) references node,
  unique (institution_id, kind_id, code)
);

-- The rights matrix: before a version of this kind can be adopted, which kind of body has which right.
create table right_rule (
  institution_id uuid not null references institution,
  rule_id        uuid not null,
  kind_id        uuid not null,
  body_kind      text not null,
  -- where the body stands: at the document's own unit, at a unit above it, or at the institution
  body_at        text not null check (body_at in ('unit', 'institution')),
  kind           text not null check (kind in ('consent', 'advice', 'approval', 'discussion', 'information')),
  -- adoption waits for it
  prior          boolean not null,
  term_days      integer not null check (term_days between 1 and 366),
  basis          text not null,
  certainty      text not null check (certainty in ('text', 'known', 'uncertain')),
  sort           integer not null default 0,
  primary key (institution_id, rule_id),
  foreign key (institution_id, kind_id) references document_kind
);

-- A table as a published document prints it: rows, columns, unit of print; the figures are queries.
create table table_layout (
  institution_id uuid not null references institution,
  layout_id      uuid not null,
  scheme_id      uuid not null,
  code           text not null,
  title_nl       text not null,
  title_en       text not null,
  layout         jsonb not null,
  sort           integer not null default 0,
  primary key (institution_id, layout_id),
  foreign key (institution_id, scheme_id) references scheme,
  unique (institution_id, scheme_id, code)
);

-------------------------------------------------------------------------------------------------- document
create table document (
  institution_id uuid not null references institution,
  document_id    uuid not null,
  scheme_id      uuid not null,
  kind_id        uuid not null,
  unit_id        uuid not null,
  code           text not null,
  title          text not null,
  first_year     integer not null,
  last_year      integer not null,
  -- the document that this one amends (a supplement, an addendum)
  amends_id      uuid,
  created_at     timestamptz not null,
  primary key (institution_id, document_id),
  foreign key (institution_id, scheme_id) references scheme,
  foreign key (institution_id, kind_id) references document_kind,
  foreign key (institution_id, unit_id) references unit,
  foreign key (institution_id, amends_id) references document,
  unique (institution_id, scheme_id, code),
  check (last_year >= first_year)
);
create index document_kind_unit on document (institution_id, kind_id, unit_id);

create table version (
  institution_id uuid not null references institution,
  version_id     uuid not null,
  document_id    uuid not null,
  number         integer not null,
  status         text not null check (status in ('draft', 'submitted', 'returned', 'adopted', 'withdrawn')),
  -- frozen at submission: the canonical content and the SHA-256 that decisions name
  content        jsonb,
  content_hash   text,
  submitted_at   timestamptz,
  adopted_at     timestamptz,
  -- why it was made or returned, in words
  note           text not null default '',
  source         text not null default '',
  revision       integer not null default 1,
  created_at     timestamptz not null,
  primary key (institution_id, version_id),
  foreign key (institution_id, document_id) references document,
  unique (institution_id, document_id, number),
  unique (institution_id, version_id, content_hash),
  check ((status = 'draft') = (content_hash is null))
);
-- One draft per document: two people edit the same draft, they do not fork it.
create unique index version_one_draft on version (institution_id, document_id) where status = 'draft';

-- Law 2, both clocks: when a version is in force, and when that was recorded. Nothing is rewritten: a
-- supersession closes `recorded` of the old row and adds rows. At one known moment one version at most is
-- in force per document. See docs/decisions/0003.
create table in_force (
  institution_id uuid not null references institution,
  in_force_id    uuid not null,
  document_id    uuid not null,
  version_id     uuid not null,
  valid          tstzrange not null,
  recorded       tstzrange not null,
  primary key (institution_id, in_force_id),
  foreign key (institution_id, document_id) references document,
  foreign key (institution_id, version_id) references version,
  exclude using gist (institution_id with =, document_id with =, valid with &&, recorded with &&)
);
create index in_force_version on in_force (institution_id, version_id);

create table section (
  institution_id uuid not null references institution,
  section_id     uuid not null,
  version_id     uuid not null,
  question_id    uuid not null,
  -- the theme it answers for, when the question is asked per theme
  node_id        uuid,
  body           jsonb not null,
  revision       integer not null default 1,
  primary key (institution_id, section_id),
  foreign key (institution_id, version_id) references version,
  foreign key (institution_id, question_id) references question,
  foreign key (institution_id, node_id) references node,
  unique nulls not distinct (institution_id, version_id, question_id, node_id)
);

-- Files by content: the same bytes are kept once.
create table file (
  institution_id uuid not null references institution,
  sha256         text not null,
  bytes          bytea not null,
  primary key (institution_id, sha256)
);

create table attachment (
  institution_id uuid not null references institution,
  attachment_id  uuid not null,
  version_id     uuid not null,
  sha256         text not null,
  name           text not null,
  media_type     text not null,
  primary key (institution_id, attachment_id),
  foreign key (institution_id, version_id) references version,
  foreign key (institution_id, sha256) references file
);

--------------------------------------------------------------------------------------------------- measure
-- A measure keeps its identity over the versions of the plans that carry it.
create table measure (
  institution_id uuid not null references institution,
  measure_id     uuid not null,
  document_id    uuid not null,
  code           text not null,
  -- the first year in which nothing may be booked on it any more
  ended_from     integer,
  primary key (institution_id, measure_id),
  foreign key (institution_id, document_id) references document,
  unique (institution_id, document_id, code)
);

create table measure_text (
  institution_id uuid not null references institution,
  version_id     uuid not null,
  measure_id     uuid not null,
  node_id        uuid not null,
  name           text not null,
  description    text not null default '',
  owner          text not null default '',
  target_group   text not null default '',
  first_year     integer not null,
  last_year      integer not null,
  additionality  text not null check (additionality in ('new', 'continued', 'existing')),
  sort           integer not null default 0,
  revision       integer not null default 1,
  primary key (institution_id, version_id, measure_id),
  foreign key (institution_id, version_id) references version,
  foreign key (institution_id, measure_id) references measure,
  foreign key (institution_id, node_id) references node,
  check (last_year >= first_year)
);

-- The ambitions, goals and other nodes that a measure serves (n:m).
create table measure_node (
  institution_id uuid not null references institution,
  version_id     uuid not null,
  measure_id     uuid not null,
  node_id        uuid not null,
  primary key (institution_id, version_id, measure_id, node_id),
  foreign key (institution_id, version_id, measure_id) references measure_text,
  foreign key (institution_id, node_id) references node
);

---------------------------------------------------------------------------------------------------- ledger
create table ledger_line (
  institution_id uuid not null references institution,
  line_id        uuid not null,
  version_id     uuid not null,
  stage          text not null check (stage in ('expected', 'granted', 'allocated', 'budgeted', 'realised', 'forecast')),
  scheme_id      uuid not null,
  fund_id        uuid not null,
  unit_id        uuid not null,
  node_id        uuid,
  measure_id     uuid,
  component      text not null default '',
  cost_kind      text not null default '',
  year           integer not null,
  cents          bigint,
  fte_milli      bigint,
  -- a value that is not a number: pm, masked (<5), provisional is a number with a mark
  mark           text check (mark in ('pm', 'masked', 'provisional')),
  note           text not null default '',
  sort           integer not null default 0,
  primary key (institution_id, line_id),
  foreign key (institution_id, version_id) references version,
  foreign key (institution_id, scheme_id) references scheme,
  foreign key (institution_id, fund_id) references fund,
  foreign key (institution_id, unit_id) references unit,
  foreign key (institution_id, node_id) references node,
  foreign key (institution_id, measure_id) references measure,
  check (cents is not null or fte_milli is not null or mark in ('pm', 'masked'))
);
create index ledger_line_version on ledger_line (institution_id, version_id);

-- Totals of a frozen version, written once when it freezes; `akkoord verify` proves that they equal the lines.
create table version_total (
  institution_id uuid not null references institution,
  total_id       uuid not null,
  version_id     uuid not null,
  scheme_id      uuid not null,
  stage          text not null,
  fund_id        uuid not null,
  unit_id        uuid not null,
  node_id        uuid,
  year           integer not null,
  cents          bigint not null,
  fte_milli      bigint not null,
  -- how many lines have no amount of their own (pm, masked): unknown is not zero
  unknown        integer not null,
  -- how many lines carry an FTE or a euro figure: which of the two sums says anything
  with_cents     integer not null,
  with_fte       integer not null,
  primary key (institution_id, total_id),
  foreign key (institution_id, version_id) references version,
  unique nulls not distinct (institution_id, version_id, stage, fund_id, unit_id, node_id, year)
);
create index version_total_scheme on version_total (institution_id, scheme_id, version_id);

-- Law 5: what hangs on a frozen version is not edited.
create function refuse_frozen() returns trigger language plpgsql as $$
declare
  touched uuid := case when tg_op = 'DELETE' then old.version_id else new.version_id end;
  held text;
begin
  select status into held from version
   where institution_id = case when tg_op = 'DELETE' then old.institution_id else new.institution_id end
     and version_id = touched;
  if held is distinct from 'draft' then
    raise exception 'version % is frozen (%)', touched, held using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger section_frozen before insert or update or delete on section
  for each row execute function refuse_frozen();
create trigger measure_text_frozen before insert or update or delete on measure_text
  for each row execute function refuse_frozen();
create trigger measure_node_frozen before insert or update or delete on measure_node
  for each row execute function refuse_frozen();
create trigger ledger_line_frozen before insert or update or delete on ledger_line
  for each row execute function refuse_frozen();

-- A frozen version keeps its content for good; only its status moves on.
create function refuse_thaw() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (old.content_hash is not null
     and (new.content_hash is distinct from old.content_hash or new.content is distinct from old.content
          or new.document_id <> old.document_id or new.number <> old.number)) then
    raise exception 'version % is frozen', old.version_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger version_thaw before update or delete on version
  for each row when (old.status <> 'draft') execute function refuse_thaw();
create trigger version_total_append_only before update or delete on version_total
  for each row execute function refuse_change();

-- The reasons behind an allocation: the rules and head counts it ran on and, per unit, the steps.
create table allocation_run (
  institution_id uuid not null references institution,
  version_id     uuid not null,
  rules          jsonb not null,
  inputs         jsonb not null,
  result         jsonb not null,
  revision       integer not null default 1,
  primary key (institution_id, version_id),
  foreign key (institution_id, version_id) references version
);
create trigger allocation_run_frozen before insert or update or delete on allocation_run
  for each row execute function refuse_frozen();

-------------------------------------------------------------------------------------------------- decision
create table decision (
  institution_id uuid not null references institution,
  decision_id    uuid not null,
  version_id     uuid not null,
  -- law 6: the exact content it is about
  version_hash   text not null,
  body_id        uuid not null,
  -- the line of the rights matrix; null for the adopting decision of the board itself
  rule_id        uuid,
  kind           text not null check (kind in ('consent', 'advice', 'approval', 'discussion', 'information', 'adoption')),
  question       text not null,
  basis          text not null,
  asked_on       date not null,
  papers_sent_on date,
  due_on         date,
  outcome        text check (outcome in ('given', 'given-on-conditions', 'withheld', 'positive', 'negative', 'discussed', 'informed')),
  decided_on     date,
  present        integer check (present >= 0),
  votes_for      integer check (votes_for >= 0),
  votes_against  integer check (votes_against >= 0),
  abstained      integer check (abstained >= 0),
  reasons        text not null default '',
  conditions     text not null default '',
  minority_view  text not null default '',
  revision       integer not null default 1,
  primary key (institution_id, decision_id),
  foreign key (institution_id, version_id) references version,
  foreign key (institution_id, version_id, version_hash) references version (institution_id, version_id, content_hash),
  foreign key (institution_id, body_id) references body,
  foreign key (institution_id, rule_id) references right_rule,
  check ((outcome is null) = (decided_on is null))
);
create index decision_version on decision (institution_id, version_id);
-- A right is asked once on a version.
create unique index decision_once on decision (institution_id, version_id, body_id, rule_id) nulls not distinct;

create function refuse_decided() returns trigger language plpgsql as $$
begin
  raise exception 'decision % has been taken', old.decision_id using errcode = 'restrict_violation';
end $$;
create trigger decision_decided before update or delete on decision
  for each row when (old.outcome is not null) execute function refuse_decided();

------------------------------------------------------------------------------------------------- isolation
do $$
declare t text;
begin
  for t in select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'institution_id'
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy institution_only on %I using (institution_id = current_institution())
                    with check (institution_id = current_institution())', t);
  end loop;
end $$;

grant usage on schema public to akkoord_app;
grant select, insert, update, delete on all tables in schema public to akkoord_app;
do $$ begin
  if to_regclass('migration') is not null then revoke all on migration from akkoord_app; end if;
end $$;
revoke update, delete on audit_entry, version_total, file from akkoord_app;
revoke delete on version, decision, in_force, document, measure, institution from akkoord_app;
grant execute on function sign_in_institutions() to akkoord_app;
