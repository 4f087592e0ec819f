-- The bytes of an upload wait in `file` for the step that books them. Whoever never takes that step leaves
-- bytes that nothing refers to: they are forgotten a day after they were last kept. The foreign keys of
-- attachment and intake_file refuse to let go of what was booked or taken in.
alter table file add column kept_at timestamptz not null default now();
grant update (kept_at), delete on file to akkoord_app;
-- asked for each file that goes
create index attachment_file on attachment (institution_id, sha256);
create index intake_file_bytes on intake_file (institution_id, sha256);
