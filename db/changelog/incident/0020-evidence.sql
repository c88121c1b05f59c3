--liquibase formatted sql

--changeset incident:evidence-1-evidence
--comment What people lay beside an incident: files, log lines, links. Small pictures of images live in the row.
create table evidence (
    tenant_id   uuid not null default current_tenant(),
    id          uuid not null,
    incident_id uuid not null,
    kind        text not null check (kind in ('file', 'log', 'link')),
    name        text not null check (length(name) between 1 and 200),
    note        text not null check (length(note) <= 1000),
    media_type  text not null,
    bytes       bigint not null check (bytes >= 0),
    link        text check ((link is not null) = (kind = 'link')),
    store       text check ((store is null) = (kind = 'link')),
    excerpt     text,
    preview     bytea,
    added_at    timestamptz not null,
    added_by    text not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, incident_id) references incidents (tenant_id, id)
);
create index evidence_of_incident on evidence (tenant_id, incident_id, added_at desc, id desc);
call guard_tenant_table('evidence');

--changeset incident:evidence-2-pieces
--comment The content of a file in pieces of 1 MiB, so that neither side ever holds all of it.
create table evidence_pieces (
    tenant_id   uuid not null default current_tenant(),
    evidence_id uuid not null,
    place       integer not null,
    content     bytea not null,
    primary key (tenant_id, evidence_id, place)
);
alter table evidence_pieces alter column content set storage external;
call guard_tenant_table('evidence_pieces');
