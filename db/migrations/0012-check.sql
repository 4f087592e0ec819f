-- Differences that somebody looked at and accepted, sums that must agree across documents, and what a source
-- says of a fund's period and national amount.

create table accepted_difference (
  institution_id uuid not null references institution,
  acceptance_id  uuid not null,
  scheme_id      uuid not null,
  -- which rule (see app/report/open-check.ts) and where, as the check itself names them
  code           text not null check (code <> ''),
  where_key      text not null,
  -- the figures that were accepted, in the unit of the check; other figures open it again
  stated         numeric,
  computed       numeric,
  -- false: a later row takes the acceptance back
  accepted       boolean not null default true,
  reason         text not null check (reason <> ''),
  -- the account, token or import as the audit chain names it; never a person's name
  by_kind        text not null check (by_kind in ('account', 'token', 'system')),
  by_name        text not null,
  at             timestamptz not null,
  -- the order of two rows of one moment
  sort           integer not null,
  primary key (institution_id, acceptance_id),
  foreign key (institution_id, scheme_id) references scheme,
  unique (institution_id, scheme_id, code, where_key, sort)
);
create trigger accepted_difference_append_only before update or delete on accepted_difference
  for each row execute function refuse_change();

-- Two questions about money that must give the same answer, in one scheme or in two.
create table tie (
  institution_id uuid not null references institution,
  tie_id         uuid not null,
  scheme_id      uuid not null,
  code           text not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$'),
  name_nl        text not null check (name_nl <> ''),
  name_en        text not null check (name_en <> ''),
  -- {scheme, stage, funds, unit, node, measure, components, years, unitCents}: app/report/tie.ts
  left_side      jsonb not null,
  right_side     jsonb not null,
  -- where the two figures stand, and what is known of the difference
  note           text not null default '',
  sort           integer not null default 0,
  primary key (institution_id, tie_id),
  foreign key (institution_id, scheme_id) references scheme,
  unique (institution_id, scheme_id, code)
);

-- What one source says of a fund; two sources may differ, and then both stand here.
create table fund_term (
  institution_id uuid not null references institution,
  term_id        uuid not null,
  fund_id        uuid not null,
  from_year      integer,
  to_year        integer,
  -- of the whole country, in cents
  national_cents bigint,
  -- the institution's own share, in basis points; null: not known, which is not zero
  share_basis    integer check (share_basis between 0 and 10000),
  basis          text not null default '',
  source         text not null check (source <> ''),
  sort           integer not null default 0,
  primary key (institution_id, term_id),
  foreign key (institution_id, fund_id) references fund,
  check (from_year is null or to_year is null or from_year <= to_year)
);

select isolate('accepted_difference', 'tie', 'fund_term');
