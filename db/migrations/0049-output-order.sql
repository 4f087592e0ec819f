-- Files that loading or importing asks for wait behind what a person asks for.
alter table output_job add column background boolean not null default false;
drop index output_job_open;
create index output_job_open on output_job (institution_id, background, created_at) where status in ('waiting', 'working');
