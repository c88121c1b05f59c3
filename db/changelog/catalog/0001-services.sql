--liquibase formatted sql

--changeset catalog:1-services
--comment Names learned from alerts may be any text; the API is stricter.
create table services (
    tenant_id   uuid not null default current_tenant(),
    id          uuid not null,
    version     integer not null default 0,
    name        text not null check (length(name) between 1 and 200),
    tier        text check (tier in ('1', '2', '3', '4')),
    region      text not null default '',
    owner_id    uuid,
    description text not null default '',
    runbook_url text not null default '',
    learned     boolean not null,
    created_at  timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, name)
);
create index services_by_name on services (tenant_id, lower(name), id);
call guard_tenant_table('services');

--changeset catalog:2-dependencies
create table dependencies (
    tenant_id uuid not null default current_tenant(),
    caller_id uuid not null,
    callee_id uuid not null,
    primary key (tenant_id, caller_id, callee_id),
    foreign key (tenant_id, caller_id) references services (tenant_id, id) on delete cascade,
    foreign key (tenant_id, callee_id) references services (tenant_id, id) on delete cascade,
    check (caller_id <> callee_id)
);
create index dependencies_by_callee on dependencies (tenant_id, callee_id);
call guard_tenant_table('dependencies');

--changeset catalog:3-changes
create table changes (
    tenant_id        uuid not null default current_tenant(),
    id               uuid not null,
    service_id       uuid not null,
    kind             text not null check (kind in ('deployment', 'configuration')),
    release          text not null default '',
    previous_release text not null default '',
    summary          text not null default '',
    url              text not null default '',
    happened_at      timestamptz not null,
    actor            text not null,
    recorded_at      timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, service_id) references services (tenant_id, id) on delete cascade
);
create index changes_by_service on changes (tenant_id, service_id, happened_at desc);
create index changes_by_time on changes (tenant_id, happened_at desc, id desc);
call guard_tenant_table('changes');
