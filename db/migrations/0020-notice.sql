-- What people are told, and when: their settings, what they have seen, the mail that went, and the calendars that
-- they subscribe to.

-- An account of what was done with an advice may name the very change of a plan that came of it.
alter table follow_up add foreign key (institution_id, change_id) references plan_change;

create table notice_setting (
  institution_id uuid not null references institution,
  account_id     uuid not null,
  -- where mail goes; null: to the login when that is an address, else nowhere
  email          text check (email ~ '^[^@\s]+@[^@\s]+$'),
  -- one letter a day, and a letter at once for what turns out to be due today
  digest         boolean not null default true,
  due_today      boolean not null default true,
  -- the language of the mail; null: that of the account
  locale         text check (locale in ('nl', 'en')),
  primary key (institution_id, account_id),
  foreign key (institution_id, account_id) references account on delete cascade
);

-- When somebody last looked at their work, and the time before: between the two lies what is new to them.
create table visit (
  institution_id uuid not null references institution,
  account_id     uuid not null,
  seen_at        timestamptz not null,
  before_at      timestamptz not null,
  primary key (institution_id, account_id),
  foreign key (institution_id, account_id) references account on delete cascade
);

-- The letters of a day: 0 is the digest, the others told at once of what was due that day. Claimed before it is
-- sent and marked after, so that of two processes one sends it; what was claimed by a process that died is sent
-- once more at most.
create table notice_mail (
  institution_id uuid not null references institution,
  mail_id        uuid not null,
  account_id     uuid not null,
  on_date        date not null,
  number         integer not null check (number >= 0),
  -- what it told of as due that day, so that nothing is told twice
  items          text[] not null,
  status         text not null check (status in ('sending', 'sent', 'failed')),
  attempts       integer not null default 1,
  -- taken over from a process that died while sending it
  taken_over     boolean not null default false,
  claimed_at     timestamptz not null,
  primary key (institution_id, mail_id),
  foreign key (institution_id, account_id) references account on delete cascade,
  unique (institution_id, account_id, on_date, number)
);
create index notice_mail_day on notice_mail (institution_id, on_date);

-- A calendar that somebody subscribes to by a secret address, of which only the hash is kept.
create table calendar_feed (
  institution_id uuid not null references institution,
  feed_id        uuid not null,
  account_id     uuid not null,
  name           text not null check (name <> ''),
  token_hash     text not null,
  created_at     timestamptz not null,
  revoked_at     timestamptz,
  primary key (institution_id, feed_id),
  foreign key (institution_id, account_id) references account on delete cascade,
  unique (institution_id, token_hash)
);
create index calendar_feed_account on calendar_feed (institution_id, account_id);

-- what happened since a moment
create index audit_entry_at on audit_entry (institution_id, at);

select isolate('notice_setting', 'visit', 'notice_mail', 'calendar_feed');
