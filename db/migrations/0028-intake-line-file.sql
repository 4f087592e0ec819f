-- The rows of a finance file come by the hundred thousand, thousands in a statement. Asking for their file once per row was
-- more than half of the time of storing them; it is asked once per statement. A file of which rows stand is never deleted.
alter table intake_line drop constraint intake_line_institution_id_file_id_fkey;
create function refuse_line_without_file() returns trigger language plpgsql as $$
begin
  if exists (select from (select distinct institution_id, file_id from added) a
              where not exists (select from intake_file f
                                 where f.institution_id = a.institution_id and f.file_id = a.file_id)) then
    raise exception 'a row of no finance file' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
create trigger intake_line_of_file after insert on intake_line
  referencing new table as added for each statement execute function refuse_line_without_file();
create trigger intake_file_kept before delete on intake_file for each row execute function refuse_change();
