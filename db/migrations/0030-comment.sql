-- Remarks of people on a place in a version: a paragraph, a measure, a figure of the budget, a change. Each with those
-- who are mentioned, a thread of replies, and the answer that closes it. Nothing is deleted.

create table comment (
  institution_id uuid not null references institution,
  comment_id     uuid not null,
  version_id     uuid not null,
  -- where it stands, by codes that later versions share: kind, question and place, measure, year and fund, or change
  anchor         jsonb not null check (anchor->>'kind' in ('paragraph', 'measure', 'figure', 'change')),
  -- what stood there, as it was read, and its hash: so that a later version can say that it says something else
  quote          text not null,
  quote_hash     text not null,
  -- in the name of a body, or of oneself
  body_id        uuid,
  -- who wrote it; a machine has a name only
  account_id     uuid,
  author         text not null check (author <> ''),
  text           text not null check (text <> ''),
  said_at        timestamptz not null,
  status         text not null default 'open' check (status in ('open', 'closed', 'withdrawn')),
  revision       integer not null default 1,
  primary key (institution_id, comment_id),
  foreign key (institution_id, version_id) references version,
  foreign key (institution_id, body_id) references body,
  foreign key (institution_id, account_id) references account
);
create index comment_version on comment (institution_id, version_id);

-- What was said to it, in order; the last may close it. It stands.
create table comment_reply (
  institution_id uuid not null references institution,
  reply_id       uuid not null,
  comment_id     uuid not null,
  body_id        uuid,
  account_id     uuid,
  author         text not null check (author <> ''),
  -- 'answer' closes it; 'withdrawal' is the author taking it back
  act            text not null check (act in ('reply', 'answer', 'withdrawal')),
  text           text not null check (text <> '' or act = 'withdrawal'),
  said_at        timestamptz not null,
  sort           integer not null,
  primary key (institution_id, reply_id),
  foreign key (institution_id, comment_id) references comment,
  foreign key (institution_id, body_id) references body,
  foreign key (institution_id, account_id) references account,
  unique (institution_id, comment_id, sort)
);
create trigger comment_reply_append_only before update or delete on comment_reply
  for each row execute function refuse_change();

-- Who is asked to look at it: somebody, a body, or whoever writes for a unit.
create table comment_mention (
  institution_id uuid not null references institution,
  mention_id     uuid not null,
  comment_id     uuid not null,
  account_id     uuid,
  body_id        uuid,
  unit_id        uuid,
  primary key (institution_id, mention_id),
  foreign key (institution_id, comment_id) references comment,
  foreign key (institution_id, account_id) references account,
  foreign key (institution_id, body_id) references body,
  foreign key (institution_id, unit_id) references unit,
  check (num_nonnulls(account_id, body_id, unit_id) = 1),
  unique (institution_id, comment_id, account_id),
  unique (institution_id, comment_id, body_id),
  unique (institution_id, comment_id, unit_id)
);

-- what was closed or withdrawn is not edited
create function refuse_settled() returns trigger language plpgsql as $$
begin
  raise exception 'comment % is %', old.comment_id, old.status using errcode = 'restrict_violation';
end $$;
create trigger comment_settled before update or delete on comment
  for each row when (old.status <> 'open') execute function refuse_settled();

select isolate('comment', 'comment_reply', 'comment_mention');
revoke delete on comment, comment_mention from akkoord_app;
