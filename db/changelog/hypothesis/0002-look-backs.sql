--liquibase formatted sql

--changeset hypothesis:look-backs-1
--comment Resolved incidents that the engine never looked at are looked at in the background: how far that is.
create table hypothesis_look_backs (
    tenant_id uuid not null references tenants (id),
    id        uuid not null,
    state     text not null check (state in ('running', 'done', 'stopped')),
    looked_at integer not null default 0,
    explained integer not null default 0,
    reached   integer not null default 0,
    retried   integer,
    worker    uuid,
    told_at   timestamptz not null,
    asked_by  text not null,
    asked_at  timestamptz not null,
    primary key (tenant_id, id)
);
call guard_tenant_table('hypothesis_look_backs');
create unique index one_look_back_at_a_time on hypothesis_look_backs (tenant_id) where state = 'running';
