--liquibase formatted sql

--changeset telemetry:tenants-with-prometheus splitStatements:false
--comment Only ids leave the policy: the job asks once for all tenants.
create policy owner_lists_tenants on prometheus_sources for select to current_user using (true);
create function tenants_with_prometheus() returns setof uuid language sql stable security definer set search_path = public
as $$
    select tenant_id from prometheus_sources
$$;
revoke all on function tenants_with_prometheus() from public;
grant execute on function tenants_with_prometheus() to srecopilot_app;
