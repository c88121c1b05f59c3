--liquibase formatted sql

--changeset hypothesis:tenants-with-look-backs splitStatements:false
--comment Only ids leave the policy: the job asks once for all tenants.
create policy owner_lists_tenants on hypothesis_look_backs for select to current_user using (true);
create function tenants_with_look_backs() returns setof uuid language sql stable security definer set search_path = public
as $$
    select distinct tenant_id from hypothesis_look_backs where state = 'running'
$$;
revoke all on function tenants_with_look_backs() from public;
grant execute on function tenants_with_look_backs() to srecopilot_app;
