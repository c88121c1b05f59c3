--liquibase formatted sql

--changeset incident:links-1-incident-links
--comment incident_id is related to, or a duplicate of, other_id. Related holds both ways and is stored once, the newer one first.
create table incident_links (
    tenant_id   uuid not null default current_tenant(),
    incident_id uuid not null,
    other_id    uuid not null check (other_id <> incident_id),
    kind        text not null check (kind in ('related', 'duplicate')),
    linked_at   timestamptz not null,
    primary key (tenant_id, incident_id, other_id),
    foreign key (tenant_id, incident_id) references incidents (tenant_id, id),
    foreign key (tenant_id, other_id) references incidents (tenant_id, id)
);
create unique index incident_links_one_a_pair on incident_links (tenant_id, least(incident_id, other_id), greatest(incident_id, other_id));
create index incident_links_backward on incident_links (tenant_id, other_id);
call guard_tenant_table('incident_links');
