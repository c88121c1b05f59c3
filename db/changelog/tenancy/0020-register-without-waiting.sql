--liquibase formatted sql

--changeset tenancy:register-without-waiting splitStatements:false
--comment Listeners take and strike events one by one, thousands in a storm, in transactions of their own. If a crash of the
--comment database forgets the last of these, the event is handed over again, as after any crash: they need not wait for the disk.
create function commit_without_waiting() returns trigger language plpgsql as $$
begin
    perform set_config('synchronous_commit', 'off', true);
    return null;
end $$;

--changeset tenancy:register-without-waiting-2
create trigger taken_and_struck_without_waiting after update or delete on event_publication
    for each statement execute function commit_without_waiting();
