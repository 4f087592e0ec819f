-- Carry-over: the kind of document that moves what a year leaves over to a later year, and how far it may.

create table carry_over_rule (
  institution_id uuid not null references institution,
  -- a kind whose documents hold nothing but carry-overs; their lines have the stage `allocated`
  kind_id        uuid not null,
  -- the part of what a unit was allocated in a year that may move on; null: all that is left
  share_basis    integer check (share_basis between 0 and 10000),
  -- the last year that may receive; null: the last of the scheme
  last_year      integer,
  -- money of a later year may pay for an earlier one that spent more than it had (a pre-investment)
  advance        boolean not null default false,
  -- what says so: the agreement, the financial regulations
  source         text not null check (source <> ''),
  primary key (institution_id, kind_id),
  foreign key (institution_id, kind_id) references document_kind
);

select isolate('carry_over_rule');
