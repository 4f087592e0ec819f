-- What an institution publishes: a version in force as everybody may read it, made once and kept as it was made.
-- See docs/decisions/0021.

-- what is answered here is not for everybody: a publication leaves it out, and what quotes it
alter table question add column confidential boolean not null default false;

create table publication (
  institution_id   uuid not null references institution,
  publication_id   uuid not null,
  document_id      uuid not null,
  version_id       uuid not null,
  version_hash     text not null,
  -- its address, in codes: the public reader knows no ids
  institution_code text not null,
  scheme_code      text not null,
  document_code    text not null,
  version_number   integer not null,
  -- read from this day on
  from_on          date not null,
  published_at     timestamptz not null,
  -- what lists tell of it: names, title, kind, unit, years
  head             jsonb not null,
  -- [{chapter, reason}]: what was left out
  left_out         jsonb not null default '[]',
  withdrawn_at     timestamptz,
  withdrawn_reason text not null default '',
  primary key (institution_id, publication_id),
  foreign key (institution_id, document_id) references document,
  foreign key (institution_id, version_id, version_hash) references version (institution_id, version_id, content_hash),
  check ((withdrawn_at is null) = (withdrawn_reason = ''))
);
-- A version is public once at a time.
create unique index publication_open on publication (institution_id, version_id) where withdrawn_at is null;
create index publication_document on publication (institution_id, document_id);
create index publication_address on publication (institution_code, scheme_code, document_code);

-- Law 5: what was public stays what it was; it can be withdrawn, once.
create function refuse_republish() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.withdrawn_at is not null
     or to_jsonb(new) - '{withdrawn_at,withdrawn_reason}'::text[] <> to_jsonb(old) - '{withdrawn_at,withdrawn_reason}'::text[] then
    raise exception 'publication % stands', old.publication_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger publication_stands before update or delete on publication
  for each row execute function refuse_republish();

-- The report as it is read, in one language.
create table publication_page (
  institution_id uuid not null references institution,
  publication_id uuid not null,
  locale         text not null check (locale in ('nl', 'en')),
  report         jsonb not null,
  -- bodies that decided on it, what it says of money
  facts          jsonb not null,
  primary key (institution_id, publication_id, locale),
  foreign key (institution_id, publication_id) references publication
);
create trigger publication_page_append_only before update or delete on publication_page
  for each row execute function refuse_change();

-- Its files, made once off the request.
create table publication_file (
  institution_id uuid not null references institution,
  publication_id uuid not null,
  locale         text not null check (locale in ('nl', 'en')),
  format         text not null,
  job_id         uuid not null,
  primary key (institution_id, publication_id, locale, format),
  foreign key (institution_id, publication_id) references publication,
  foreign key (institution_id, job_id) references output_job
);
create index publication_file_job on publication_file (institution_id, job_id);

select isolate('publication', 'publication_page', 'publication_file');

-- The public reader: a transaction that names no institution and says app.reader = 'public'. Every other table's policy
-- asks for an institution and shows it nothing; these two show what is public today.
create function public_reader() returns boolean language sql stable
  return coalesce(current_setting('app.reader', true) = 'public', false);
create function public_today() returns date language sql stable
  return (now() at time zone 'Europe/Amsterdam')::date;

create policy public_publication on publication for select
  using (public_reader() and from_on <= public_today());
-- of what was withdrawn only that it was, and why
create policy public_page on publication_page for select
  using (public_reader() and exists (select from publication p
    where p.institution_id = publication_page.institution_id and p.publication_id = publication_page.publication_id
      and p.withdrawn_at is null));

-- Bytes lie in `file`, among those of letters and evidence: the reader gets no policy there, only these two questions.
create function public_files(institution uuid, publication uuid)
  returns table (locale text, format text, file_name text, media_type text, sha256 text, size integer)
  language sql stable security definer set search_path = public
  as $$ select f.locale, f.format, j.file_name, j.media_type, j.sha256, octet_length(b.bytes)
          from publication p
          join publication_file f on f.institution_id = p.institution_id and f.publication_id = p.publication_id
          join output_job j on j.institution_id = f.institution_id and j.job_id = f.job_id and j.status = 'done'
          join file b on b.institution_id = j.institution_id and b.sha256 = j.sha256
         where p.institution_id = institution and p.publication_id = publication
           and p.withdrawn_at is null and p.from_on <= public_today() $$;

create function public_file(institution uuid, publication uuid, wanted_locale text, wanted_format text)
  returns table (file_name text, media_type text, bytes bytea)
  language sql stable security definer set search_path = public
  as $$ select j.file_name, j.media_type, b.bytes
          from publication p
          join publication_file f on f.institution_id = p.institution_id and f.publication_id = p.publication_id
           and f.locale = wanted_locale and f.format = wanted_format
          join output_job j on j.institution_id = f.institution_id and j.job_id = f.job_id and j.status = 'done'
          join file b on b.institution_id = j.institution_id and b.sha256 = j.sha256
         where p.institution_id = institution and p.publication_id = publication
           and p.withdrawn_at is null and p.from_on <= public_today() $$;
