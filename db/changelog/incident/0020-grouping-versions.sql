--liquibase formatted sql

--changeset incident:grouping-3-versions
--comment Each version of a tenant's grouping rules; the latest holds. No page ever wrote the table that this one replaces.
drop table grouping_rules;
create table grouping_versions (
    tenant_id  uuid not null default current_tenant(),
    version    integer not null check (version > 0),
    rules      jsonb not null,
    changed_by text not null,
    changed_at timestamptz not null,
    restores   integer,
    primary key (tenant_id, version)
);
call guard_tenant_table('grouping_versions');

--changeset incident:grouping-4-replays
--comment What a draft of the rules would have made of stored alerts.
create table grouping_replays (
    tenant_id  uuid not null default current_tenant(),
    id         uuid not null,
    days       integer not null check (days between 1 and 30),
    rules      jsonb not null,
    state      text not null check (state in ('running', 'done', 'failed')),
    total      bigint not null,
    seen       bigint not null default 0,
    told_at    timestamptz not null,
    result     jsonb,
    created_by text not null,
    created_at timestamptz not null,
    primary key (tenant_id, id)
);
create index grouping_replays_newest on grouping_replays (tenant_id, created_at desc);
call guard_tenant_table('grouping_replays');

create table grouping_replay_incidents (
    tenant_id  uuid not null default current_tenant(),
    replay_id  uuid not null,
    number     integer not null,
    title      text not null,
    severity   text not null,
    service    text not null,
    alerts     integer not null,
    started_at timestamptz not null,
    today      integer[] not null,
    primary key (tenant_id, replay_id, number),
    foreign key (tenant_id, replay_id) references grouping_replays (tenant_id, id) on delete cascade
);
comment on column grouping_replay_incidents.today is 'the incidents that its alerts really are in';
call guard_tenant_table('grouping_replay_incidents');
