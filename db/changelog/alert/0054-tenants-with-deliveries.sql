--liquibase formatted sql

--changeset alert:tenants-with-deliveries-1-policy
create policy owner_lists_tenants on delivery_packs for select to current_user using (true);

--changeset alert:tenants-with-deliveries-2-function splitStatements:false
create function tenants_with_deliveries() returns setof uuid language sql stable security definer set search_path = public
as $$
    select distinct tenant_id from delivery_packs
$$;
revoke all on function tenants_with_deliveries() from public;
grant execute on function tenants_with_deliveries() to srecopilot_app;
