--liquibase formatted sql

--changeset incident:private-1-members
--comment audience is counted up whenever the circle of readers changes: live pages listen to one audience only.
alter table incidents add column restricted boolean not null default false;
alter table incidents add column audience integer not null default 0;
create table incident_members (
    tenant_id   uuid not null default current_tenant(),
    incident_id uuid not null,
    person_id   uuid not null,
    added_at    timestamptz not null default now(),
    primary key (tenant_id, incident_id, person_id),
    foreign key (tenant_id, incident_id) references incidents (tenant_id, id)
);
call guard_tenant_table('incident_members');

--changeset incident:private-2-assignee splitStatements:false
--comment Who has a private incident sees it, by whatever way it was given to them.
create function assignee_is_member() returns trigger language plpgsql as $$
begin
    if new.restricted and new.assignee_id is not null then
        insert into incident_members (tenant_id, incident_id, person_id) values (new.tenant_id, new.id, new.assignee_id) on conflict do nothing;
    end if;
    return null;
end $$;
create trigger assignee_is_member after insert or update of assignee_id, restricted on incidents
    for each row execute function assignee_is_member();

--changeset incident:private-3-who splitStatements:false
--comment Each transaction says who reads: a person, or "all" for admins and the product itself. Nobody is nobody.
create function reads_all() returns boolean language sql stable as $$ select current_setting('app.person', true) = 'all' $$;
create function reading_person() returns uuid language sql stable as $$
    select case when current_setting('app.person', true) in ('', 'all') then null else current_setting('app.person', true)::uuid end
$$;

--changeset incident:private-4-rows
--comment The one place that says who sees a private incident. Everything else reaches incidents through this table.
create policy private_rows on incidents as restrictive using (not restricted or (select reads_all())
    or exists (select from incident_members m where m.tenant_id = incidents.tenant_id and m.incident_id = incidents.id
        and m.person_id = (select reading_person()))) with check (true);
create index incidents_countable on incidents (tenant_id, id) include (restricted) where deleted_at is null;

--changeset incident:private-5-mentions splitStatements:false
--comment What others' timelines and the audit say of a private incident is seen by those who see it.
create function sees_incident(reference text) returns boolean language sql stable as $$
    select reads_all() or reference !~ '^INC-\d{1,9}$'
        or exists (select from incidents i where i.tenant_id = current_tenant() and i.number = substring(reference from 5)::integer)
$$;
create policy private_mentions on timeline_entries as restrictive for select
    using (kind <> 'incident.linked' or (select reads_all()) or sees_incident(data ->> 'incident'));
create policy private_mentions on audit_records as restrictive for select
    using (resource_type <> 'incident' or (select reads_all()) or sees_incident(resource_id));
