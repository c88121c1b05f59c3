--liquibase formatted sql

--changeset hypothesis:20-model-settings
--comment The language model that an organisation has set up. The key is encrypted, bound to its row.
create table model_settings (
    tenant_id       uuid primary key references tenants (id),
    enabled         boolean not null,
    kind            text not null check (kind in ('openai', 'azure')),
    base_url        text not null,
    model           text not null,
    api_version     text not null,
    tokens_per_day  integer not null check (tokens_per_day between 1000 and 100000000),
    patience        integer not null check (patience between 5 and 120),
    secret          bytea,
    set_by          uuid,
    set_at          timestamptz not null
);
call guard_tenant_table('model_settings');

--changeset hypothesis:21-model-tokens
--comment What was used of each day's budget; a day is one of UTC.
create table model_tokens (
    tenant_id uuid not null references tenants (id),
    day       date not null,
    tokens    bigint not null,
    primary key (tenant_id, day)
);
call guard_tenant_table('model_tokens');

--changeset hypothesis:22-model-opinions
--comment The latest opinion on each incident.
create table model_opinions (
    tenant_id       uuid not null references tenants (id),
    incident_number integer not null,
    id              uuid not null,
    model           text not null,
    opinion         jsonb not null,
    failure         text,
    asked_at        timestamptz not null,
    finished_at     timestamptz,
    primary key (tenant_id, incident_number),
    foreign key (tenant_id, incident_number) references incidents (tenant_id, number)
);
call guard_tenant_table('model_opinions');
