--liquibase formatted sql

--changeset alert:silences-1-table
--comment What is not to call anybody: silences, and maintenance windows that may recur.
create table silences (
    tenant_id  uuid not null default current_tenant(),
    id         uuid not null,
    kind       text not null check (kind in ('silence', 'maintenance')),
    matchers   text not null,
    comment    text not null check (length(comment) between 1 and 500),
    starts_at  timestamptz not null,
    minutes    integer not null check (minutes between 1 and 525600),
    zone       text not null,
    days       integer[] not null default '{}',
    ended_at   timestamptz,
    created_by text not null,
    created_at timestamptz not null,
    primary key (tenant_id, id)
);
comment on column silences.days is 'ISO weekdays on which it recurs, at the local time of its start; empty means once';
comment on column silences.ended_at is 'when somebody ended it';
create index silences_newest on silences (tenant_id, kind, created_at desc);
call guard_tenant_table('silences');

--changeset alert:silences-2-suppressed
alter table alerts add column suppressed_by uuid, add column suppressed_at timestamptz, add column suppression_rule text,
    add column suppression_reason text, add column lifted_at timestamptz;
comment on column alerts.suppressed_by is 'the silence that suppresses it';
create index alerts_suppressed on alerts (tenant_id, suppressed_by) where status = 'suppressed';
create index alerts_by_last_word on alerts (tenant_id, last_seen_at) where ends_at is null;
