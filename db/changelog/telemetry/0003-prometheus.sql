--liquibase formatted sql

--changeset telemetry:prometheus-1-sources
--comment A Prometheus that a tenant lets us read from, by its query API.
create table prometheus_sources (
    tenant_id     uuid primary key default current_tenant(),
    url           text not null,
    token         bytea,
    selectors     text not null,
    set_by        uuid,
    set_at        timestamptz not null,
    claimed_until timestamptz not null default '-infinity',
    read_until    timestamptz,
    read_at       timestamptz,
    series        integer,
    failed_at     timestamptz,
    failure       text
);
comment on column prometheus_sources.claimed_until is 'one node reads at a time';
comment on column prometheus_sources.read_until is 'samples up to here are ours';
call guard_tenant_table('prometheus_sources');
