--liquibase formatted sql

--changeset alert:21-source-mappings
--comment How the JSON of a source is read and its alerts are keyed, as a person wrote it. Every saving is a version; the newest counts.
create table source_mappings (
    tenant_id uuid not null default current_tenant(),
    source_id uuid not null,
    version   integer not null check (version > 0),
    fields    jsonb not null,
    saved_by  uuid,
    saved_at  timestamptz not null,
    primary key (tenant_id, source_id, version),
    foreign key (tenant_id, source_id) references ingest_keys (tenant_id, id) on delete cascade
);
call guard_tenant_table('source_mappings');
