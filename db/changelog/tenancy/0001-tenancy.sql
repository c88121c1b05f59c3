--liquibase formatted sql

--changeset tenancy:1-app-role splitStatements:false
--comment The application never connects as the owner: row-level security would not bind a role that can switch it off.
do $$
begin
    if not exists (select from pg_roles where rolname = 'srecopilot_app') then
        create role srecopilot_app nologin nosuperuser nobypassrls;
        execute format('grant srecopilot_app to %I', current_user);
    end if;
    grant usage on schema public to srecopilot_app;
end $$;

--changeset tenancy:2-current-tenant splitStatements:false
create function current_tenant() returns uuid language sql stable
return nullif(current_setting('app.tenant', true), '')::uuid;

--changeset tenancy:3-guard splitStatements:false
--comment Every tenant table is guarded by this one call; TenantTablesTests lists any table that is not.
create procedure guard_tenant_table(guarded regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('alter table %s force row level security', guarded);
    execute format('create policy tenant_rows on %s using (tenant_id = (select current_tenant())) '
                   'with check (tenant_id = (select current_tenant()))', guarded);
    execute format('grant select, insert, update, delete on %s to srecopilot_app', guarded);
end $$;

--changeset tenancy:4-tenants
create table tenants (
    id         uuid primary key,
    version    integer not null,
    name       text not null check (length(name) between 1 and 80),
    plan       text not null check (plan in ('free', 'pro', 'enterprise')),
    created_at timestamptz not null
);
alter table tenants enable row level security;
alter table tenants force row level security;
create policy own_tenant on tenants for all to srecopilot_app
    using (id = (select current_tenant())) with check (id = (select current_tenant()));
create policy owner_lists_tenants on tenants for select to current_user using (true);
grant select, insert, update, delete on tenants to srecopilot_app;

--changeset tenancy:5-tenant-ids splitStatements:false
--comment Jobs visit all tenants; only ids leave the policy.
create function tenant_ids() returns setof uuid language sql stable security definer set search_path = public
as $$
    select id from tenants order by created_at
$$;
revoke all on function tenant_ids() from public;
grant execute on function tenant_ids() to srecopilot_app;
