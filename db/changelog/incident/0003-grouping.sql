--liquibase formatted sql

--changeset incident:grouping-1-clusters
--comment What the grouping remembers of an incident's alerts: its root, when each place and key fired.
create table incident_clusters (
    tenant_id uuid not null default current_tenant(),
    number    integer not null,
    first_at  timestamptz not null,
    last_at   timestamptz not null,
    memory    jsonb not null,
    primary key (tenant_id, number),
    foreign key (tenant_id, number) references incidents (tenant_id, number)
);
create index incident_clusters_by_time on incident_clusters (tenant_id, last_at);
call guard_tenant_table('incident_clusters');

--changeset incident:grouping-2-rules
--comment How a tenant wants its alerts gathered; without a row, as is usual.
create table grouping_rules (
    tenant_id          uuid primary key default current_tenant(),
    window_seconds     integer not null check (window_seconds between 10 and 3600),
    per_hop_seconds    integer not null check (per_hop_seconds between 0 and 600),
    hops               integer not null check (hops between 0 and 4),
    inactivity_seconds integer not null check (inactivity_seconds between 0 and 86400),
    same_key_seconds   integer not null check (same_key_seconds between 0 and 86400),
    together           text[] not null,
    apart              text[] not null
);
call guard_tenant_table('grouping_rules');
