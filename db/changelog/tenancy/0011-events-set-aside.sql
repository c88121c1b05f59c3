--liquibase formatted sql

--changeset tenancy:12-events-set-aside
--comment Outstanding events that this version cannot read. No policy, like event_publication: ids and their tenant, never content.
create table event_set_aside (
    id               uuid primary key,
    listener_id      text not null,
    event_type       text not null,
    serialized_event text not null,
    publication_date timestamptz not null,
    reason           text not null,
    set_aside_at     timestamptz not null
);
grant select, insert, update, delete on event_set_aside to srecopilot_app;
