--liquibase formatted sql

--changeset alert:speed-1-tallies
--comment How many alerts there are of each kind. Writers add rows of +n and -n, so they never wait for each other; a job folds them.
create table alert_tallies (
    tenant_id uuid not null default current_tenant(),
    id        bigint generated always as identity,
    status    text not null,
    severity  text not null,
    service   text not null,
    source    text not null,
    n         bigint not null,
    primary key (tenant_id, id)
);
call guard_tenant_table('alert_tallies');

--changeset alert:speed-2-counting splitStatements:false
create function count_alerts() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into alert_tallies (tenant_id, status, severity, service, source, n)
        select tenant_id, status, severity, service, source_name, count(*) from added group by 1, 2, 3, 4, 5;
    elsif tg_op = 'DELETE' then
        insert into alert_tallies (tenant_id, status, severity, service, source, n)
        select tenant_id, status, severity, service, source_name, -count(*) from removed group by 1, 2, 3, 4, 5;
    else
        insert into alert_tallies (tenant_id, status, severity, service, source, n)
        select tenant_id, status, severity, service, source_name, sum(sign) from (
            select tenant_id, status, severity, service, source_name, -1 as sign from removed
            union all select tenant_id, status, severity, service, source_name, 1 from added) changed
        group by 1, 2, 3, 4, 5 having sum(sign) <> 0;
    end if;
    return null;
end $$;
create trigger count_inserted after insert on alerts referencing new table as added for each statement execute function count_alerts();
create trigger count_updated after update on alerts referencing old table as removed new table as added for each statement execute function count_alerts();
create trigger count_deleted after delete on alerts referencing old table as removed for each statement execute function count_alerts();

--changeset alert:speed-3-counted-so-far splitStatements:false
do $$
declare tenant uuid;
begin
    for tenant in select id from tenants loop
        perform set_config('app.tenant', tenant::text, true);
        insert into alert_tallies (tenant_id, status, severity, service, source, n)
        select tenant, status, severity, service, source_name, count(*) from alerts group by 2, 3, 4, 5;
    end loop;
    perform set_config('app.tenant', '', true);
end $$;

--changeset alert:speed-4-source
--comment The sums make the index for counting needless; a list of one source's alerts needs its own.
drop index alerts_facets;
create index alerts_newest_of_source on alerts (tenant_id, source_name, received_at desc, id desc);
