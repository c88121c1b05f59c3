--liquibase formatted sql

--changeset telemetry:packed-1-samples
--comment Days that are over, one row for a series and day: a tenth of the room.
create table packed_samples (
    tenant_id uuid not null default current_tenant(),
    series_id bigint not null,
    at        timestamptz not null,
    steps     integer[] not null,
    amounts   double precision[] not null,
    primary key (series_id, at)
) partition by range (at);
comment on column packed_samples.at is 'the start of the day, in UTC';
comment on column packed_samples.steps is 'milliseconds from the sample before, the first from the start of the day: even steps compress well';
call guard_tenant_table('packed_samples');

--changeset telemetry:packed-2-open-day splitStatements:false
create or replace function telemetry_open_day(day date) returns void language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '5s'
as $$
declare
    parent text;
    part text;
begin
    if day > current_date + 3 then
        raise 'no such day yet: %', day;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('telemetry days', 0));
    foreach parent in array array['samples', 'packed_samples', 'spans', 'edge_minutes', 'log_minutes', 'log_lines'] loop
        part := parent || '_' || to_char(day, 'YYYYMMDD');
        if to_regclass(part) is null then
            execute format('create table %I (like %I including all)', part, parent);
            execute format('alter table %I attach partition %I for values from (%L) to (%L)', parent, part,
                           day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC');
        end if;
    end loop;
end $$;

--changeset telemetry:packed-3-drop-days splitStatements:false
create or replace function telemetry_drop_days(parents text[], before date) returns integer language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '5s'
as $$
declare
    part text;
    dropped integer := 0;
begin
    perform pg_advisory_xact_lock(hashtextextended('telemetry days', 0));
    for part in
        select child.relname from pg_inherits join pg_class child on child.oid = inhrelid join pg_class parent on parent.oid = inhparent
        where parent.relname = any(parents) and parent.relname in ('samples', 'packed_samples', 'spans', 'edge_minutes', 'log_minutes', 'log_lines')
        and parent.relnamespace = 'public'::regnamespace and right(child.relname, 8) < to_char(before, 'YYYYMMDD')
    loop
        execute format('drop table %I', part);
        dropped := dropped + 1;
    end loop;
    return dropped;
end $$;

--changeset telemetry:packed-4-empty-day splitStatements:false
--comment Gives the room of a day back once all of its samples are packed, whoever's they are.
create function telemetry_empty_day(day date) returns boolean language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '5s'
as $$
declare
    part text := 'samples_' || to_char(day, 'YYYYMMDD');
    filled boolean;
begin
    if to_regclass(part) is null then
        return false;
    end if;
    execute format('lock table %I in access exclusive mode', part);
    execute format('select exists (select from %I)', part) into filled;
    if filled then
        return false;
    end if;
    execute format('truncate %I', part);
    return true;
end $$;
revoke all on function telemetry_empty_day(date) from public;
grant execute on function telemetry_empty_day(date) to srecopilot_app;
