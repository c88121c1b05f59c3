--liquibase formatted sql

--changeset identity:20-saved-filters
--comment Filters of lists that a person has given a name. The address is the list's own, with the filter in its query.
create table saved_filters (
    tenant_id uuid not null default current_tenant(),
    id        uuid not null,
    person_id uuid not null,
    path      text not null check (path in ('/incidents', '/alerts')),
    name      text not null check (length(name) between 1 and 60),
    address   text not null check (length(address) <= 2000),
    primary key (tenant_id, id),
    unique (tenant_id, person_id, path, name),
    foreign key (tenant_id, person_id) references users (tenant_id, id) on delete cascade
);
call guard_tenant_table('saved_filters');
