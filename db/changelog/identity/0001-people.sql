--liquibase formatted sql

--changeset identity:1-roles
create table roles (
    tenant_id uuid not null references tenants (id),
    id        uuid not null,
    version   integer not null,
    name      text not null check (name ~ '^[a-z][a-z0-9_]{1,39}$'),
    title     text not null,
    position  integer not null,
    built_in  boolean not null,
    primary key (tenant_id, id),
    unique (tenant_id, name)
);
call guard_tenant_table('roles');

create table role_permissions (
    tenant_id  uuid not null default current_tenant(),
    role_id    uuid not null,
    permission text not null check (permission ~ '^(\*|[a-z_]+:[a-z_]+)$'),
    primary key (tenant_id, role_id, permission),
    foreign key (tenant_id, role_id) references roles (tenant_id, id) on delete cascade
);
call guard_tenant_table('role_permissions');

--changeset identity:2-users
create table users (
    tenant_id    uuid not null references tenants (id),
    id           uuid not null,
    version      integer not null,
    name         text not null check (length(name) between 1 and 80),
    email        text not null check (email = lower(email) and length(email) between 3 and 254),
    password     text not null,
    role_id      uuid not null,
    active       boolean not null,
    created_at   timestamptz not null,
    signed_in_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, email),
    foreign key (tenant_id, role_id) references roles (tenant_id, id)
);
create index users_by_role on users (tenant_id, role_id);
call guard_tenant_table('users');

--changeset identity:3-teams
create table teams (
    tenant_id  uuid not null references tenants (id),
    id         uuid not null,
    name       text not null check (length(name) between 1 and 80),
    created_at timestamptz not null,
    primary key (tenant_id, id)
);
create unique index teams_by_name on teams (tenant_id, lower(name));
call guard_tenant_table('teams');
