--liquibase formatted sql

--changeset hypothesis:10-suggestions
--comment What was said of an incident when it opened; a row without a value tells that nothing was sure enough.
create table incident_suggestions (
    tenant_id       uuid not null references tenants (id),
    incident_number integer not null,
    aspect          text not null check (aspect in ('severity', 'category')),
    given           text not null,
    value           text,
    confidence      double precision not null check (confidence between 0 and 1),
    words           text[] not null,
    suggested_at    timestamptz not null,
    dismissed_at    timestamptz,
    dismissed_by    uuid,
    primary key (tenant_id, incident_number, aspect),
    foreign key (tenant_id, incident_number) references incidents (tenant_id, number),
    constraint only_something_said_is_dismissed check (dismissed_at is null or value is not null)
);
call guard_tenant_table('incident_suggestions');
