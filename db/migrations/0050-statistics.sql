-- The planner knows an institution by the statistics of its tables. Until they are made again a new one counts
-- as one row everywhere, and a page that joins eight tables takes minutes. Autovacuum comes a minute later, or
-- not at all where the new one is a small part; so an import says when. ANALYZE asks for the owner.
create function refresh_statistics() returns void
  language plpgsql security definer set search_path = public
  as $$
begin
  execute (select 'analyze ' || string_agg(oid::regclass::text, ', ' order by oid) from pg_class
            where relnamespace = 'public'::regnamespace and relkind = 'r');
end $$;
