--liquibase formatted sql

--changeset incident:status-1-status-updates
--comment What those who wait are told: short, with the time by which they hear again.
create table status_updates (
    tenant_id   uuid not null default current_tenant(),
    id          uuid not null,
    incident_id uuid not null,
    state       text not null check (state in ('investigating', 'identified', 'monitoring', 'resolved')),
    text        text not null check (length(text) between 1 and 1000),
    next_at     timestamptz,
    at          timestamptz not null,
    author      text not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, incident_id) references incidents (tenant_id, id)
);
create index status_updates_of_incident on status_updates (tenant_id, incident_id, at desc, id desc);
call guard_tenant_table('status_updates');
