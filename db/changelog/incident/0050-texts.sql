--liquibase formatted sql

--changeset incident:texts-1-remembered splitStatements:false
--comment Searched by number, title, service, tags and description: what is written is found with the same commit.
create function incident_text(i incidents) returns text language sql immutable as $$
    select concat_ws(' ', 'INC-' || i.number, i.title, i.service_name, array_to_string(i.tags, ' '), i.description)
$$;
create function remember_incident() returns trigger language plpgsql as $$
begin
    perform remember_text('incident', new.id, incident_text(new), '{}');
    return null;
end $$;
create trigger remember_inserted after insert on incidents for each row execute function remember_incident();
create trigger remember_updated after update of title, service_name, tags, description on incidents for each row
    when (incident_text(old) is distinct from incident_text(new)) execute function remember_incident();

--changeset incident:texts-2-remembered-so-far splitStatements:false
do $$
declare tenant uuid;
begin
    for tenant in select id from tenants loop
        perform set_config('app.tenant', tenant::text, true), set_config('app.person', 'all', true);
        perform remember_text('incident', i.id, incident_text(i), '{}') from incidents i;
    end loop;
    perform set_config('app.tenant', '', true), set_config('app.person', '', true);
end $$;
