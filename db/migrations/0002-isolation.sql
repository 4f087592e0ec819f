-- Law 8 for every table that comes after the foundation: one call per table, so that none is forgotten.
-- test/distribution.server.test.ts holds that no table with an institution_id lacks its policy.

create function isolate(variadic tables text[]) returns void language plpgsql as $$
declare t text;
begin
  foreach t in array tables loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy institution_only on %I using (institution_id = current_institution())
                    with check (institution_id = current_institution())', t);
    execute format('grant select, insert, update, delete on %I to akkoord_app', t);
  end loop;
end $$;
revoke execute on function isolate(text[]) from public;
