--liquibase formatted sql

--changeset incident:speed-1-indexes
--comment What every page asks: what is open, how long the resolved ones took, whose they are.
create index incidents_open on incidents (tenant_id, severity, detected_at) where state <> 'resolved' and deleted_at is null;
create index incidents_resolved on incidents (tenant_id, resolved_at) include (detected_at) where state = 'resolved' and deleted_at is null;
create index incidents_of_assignee on incidents (tenant_id, assignee_id, detected_at desc) where deleted_at is null;

--changeset incident:speed-2-tallies
--comment How many incidents there are of each kind. Writers add rows of +n and -n, so they never wait for each other; a job folds them.
create table incident_tallies (
    tenant_id uuid not null default current_tenant(),
    id        bigint generated always as identity,
    state     text not null,
    severity  text not null,
    service   text not null,
    assignee  text not null,
    n         bigint not null,
    primary key (tenant_id, id)
);
comment on column incident_tallies.assignee is 'a person''s id, or none';
call guard_tenant_table('incident_tallies');

--changeset incident:speed-3-counting splitStatements:false
--comment A restricted one, which only some may read, is not in the sums: it is counted for those who may.
create function count_incidents() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into incident_tallies (tenant_id, state, severity, service, assignee, n)
        select tenant_id, state, severity, service_name, coalesce(assignee_id::text, 'none'), count(*) from added i
        where deleted_at is null and (to_jsonb(i) ->> 'restricted') is distinct from 'true' group by 1, 2, 3, 4, 5;
    elsif tg_op = 'DELETE' then
        insert into incident_tallies (tenant_id, state, severity, service, assignee, n)
        select tenant_id, state, severity, service_name, coalesce(assignee_id::text, 'none'), -count(*) from removed i
        where deleted_at is null and (to_jsonb(i) ->> 'restricted') is distinct from 'true' group by 1, 2, 3, 4, 5;
    else
        insert into incident_tallies (tenant_id, state, severity, service, assignee, n)
        select tenant_id, state, severity, service_name, coalesce(assignee_id::text, 'none'), sum(sign) from (
            select i.*, -1 as sign from removed i union all select i.*, 1 from added i) i
        where deleted_at is null and (to_jsonb(i) ->> 'restricted') is distinct from 'true' group by 1, 2, 3, 4, 5 having sum(sign) <> 0;
    end if;
    return null;
end $$;
create trigger count_inserted after insert on incidents referencing new table as added for each statement execute function count_incidents();
create trigger count_updated after update on incidents referencing old table as removed new table as added for each statement execute function count_incidents();
create trigger count_deleted after delete on incidents referencing old table as removed for each statement execute function count_incidents();

--changeset incident:speed-4-counted-so-far splitStatements:false
do $$
declare tenant uuid;
begin
    for tenant in select id from tenants loop
        perform set_config('app.tenant', tenant::text, true);
        insert into incident_tallies (tenant_id, state, severity, service, assignee, n)
        select tenant, state, severity, service_name, coalesce(assignee_id::text, 'none'), count(*) from incidents where deleted_at is null group by 2, 3, 4, 5;
    end loop;
    perform set_config('app.tenant', '', true);
end $$;

--changeset incident:speed-5-restricted
create index incidents_restricted on incidents (tenant_id) where restricted and deleted_at is null;
