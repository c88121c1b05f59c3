--liquibase formatted sql

--changeset incident:30-undo
--comment What a person has just done to incidents and may take back; a few seconds of use, kept an hour to be read again.
create table incident_acts (
    tenant_id  uuid not null default current_tenant(),
    id         uuid not null,
    actor_id   uuid,
    told       text not null,
    refused    text[] not null,
    steps      jsonb not null,
    at         timestamptz not null,
    until      timestamptz not null,
    undone_at  timestamptz,
    primary key (tenant_id, id)
);
call guard_tenant_table('incident_acts');
create index incident_acts_by_age on incident_acts (tenant_id, at);
