--liquibase formatted sql

--changeset hypothesis:tenants-with-young-runs splitStatements:false
--comment Only ids leave the policy: the job asks once for all tenants. Wider than the hour in which it looks again, whatever the clocks say.
create policy owner_lists_tenants on hypothesis_runs for select to current_user using (true);
create function tenants_with_young_runs() returns setof uuid language sql stable security definer set search_path = public
as $$
    select id from tenants where exists (
        select from hypothesis_runs where tenant_id = tenants.id and first_at > now() - interval '2 hours')
$$;
revoke all on function tenants_with_young_runs() from public;
grant execute on function tenants_with_young_runs() to srecopilot_app;
