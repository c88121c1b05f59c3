--liquibase formatted sql

--changeset telemetry:sources-1-counts
--comment What arrived from each source, for the page that tells of it; minutes are kept for two days.
create table telemetry_sources (
    tenant_id  uuid not null default current_tenant(),
    source_id  uuid not null,
    signal     text not null,
    name       text not null,
    last_at    timestamptz not null,
    refused_at timestamptz,
    refusal    text,
    primary key (tenant_id, source_id, signal)
);
call guard_tenant_table('telemetry_sources');

create table telemetry_minutes (
    tenant_id uuid not null default current_tenant(),
    source_id uuid not null,
    signal    text not null,
    minute    timestamptz not null,
    accepted  bigint not null,
    ignored   bigint not null,
    refused   bigint not null,
    primary key (tenant_id, source_id, signal, minute)
);
create index telemetry_minutes_of_time on telemetry_minutes (tenant_id, minute);
call guard_tenant_table('telemetry_minutes');
