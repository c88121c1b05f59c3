--liquibase formatted sql

--changeset incident:1-incidents
create table incident_numbers (
    tenant_id uuid primary key references tenants (id),
    last      integer not null
);
call guard_tenant_table('incident_numbers');

create table incidents (
    tenant_id        uuid not null references tenants (id),
    id               uuid not null,
    version          integer not null,
    number           integer not null,
    title            text not null check (length(title) between 1 and 200),
    description      text not null check (length(description) <= 5000),
    severity         text not null check (severity in ('critical', 'high', 'medium', 'low')),
    severity_by_hand boolean not null,
    state            text not null check (state in ('detected', 'investigating', 'resolved')),
    service_name     text not null,
    assignee_id      uuid,
    tags             text[] not null default '{}',
    group_key        text,
    detected_at      timestamptz not null,
    acknowledged_at  timestamptz,
    resolved_at      timestamptz check ((resolved_at is not null) = (state = 'resolved')),
    deleted_at       timestamptz,
    alerts_total     integer not null default 0,
    alerts_firing    integer not null default 0,
    hypotheses       integer not null default 0,
    primary key (tenant_id, id),
    unique (tenant_id, number)
);
call guard_tenant_table('incidents');

--changeset incident:2-one-open-incident-per-group
--comment Two nodes that open an incident for the same group at once: the database lets one of them.
create unique index one_open_incident_per_group on incidents (tenant_id, group_key)
    where group_key is not null and state <> 'resolved' and deleted_at is null;

--changeset incident:3-list-order
--comment The list: open ones first, newest first within both halves.
create index incidents_list on incidents (tenant_id, (state <> 'resolved') desc, detected_at desc, number desc)
    where deleted_at is null;
create index incidents_newest on incidents (tenant_id, detected_at desc, id desc) where deleted_at is null;
create index incidents_by_service on incidents (tenant_id, service_name, detected_at desc) where deleted_at is null;

--changeset incident:4-timeline
create table timeline_entries (
    tenant_id   uuid not null references tenants (id),
    id          uuid not null,
    incident_id uuid not null,
    at          timestamptz not null,
    kind        text not null,
    actor_id    uuid,
    actor_name  text not null,
    text        text not null,
    data        jsonb not null default '{}',
    once        text,
    primary key (tenant_id, id),
    foreign key (tenant_id, incident_id) references incidents (tenant_id, id)
);
call guard_tenant_table('timeline_entries');
create index timeline_of_incident on timeline_entries (tenant_id, incident_id, at desc, id desc);

--changeset incident:5-told-once
--comment A delivery that is handled again, after a crash or in parallel, tells its story once.
create unique index timeline_told_once on timeline_entries (tenant_id, incident_id, once) where once is not null;

--changeset incident:6-linked-changes
create table incident_changes (
    tenant_id   uuid not null references tenants (id),
    incident_id uuid not null,
    change_id   uuid not null,
    linked_at   timestamptz not null,
    primary key (tenant_id, incident_id, change_id),
    foreign key (tenant_id, incident_id) references incidents (tenant_id, id)
);
call guard_tenant_table('incident_changes');
