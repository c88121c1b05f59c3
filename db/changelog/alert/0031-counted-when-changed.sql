--liquibase formatted sql

--changeset alert:counted-when-changed-1-row splitStatements:false
--comment A repeat or a joining changes no sum. Senders repeat in batches of single updates: each would have been summed up for nothing.
drop trigger count_updated on alerts;
create function count_changed_alert() returns trigger language plpgsql as $$
begin
    insert into alert_tallies (tenant_id, status, severity, service, source, n) values
        (old.tenant_id, old.status, old.severity, old.service, old.source_name, -1),
        (new.tenant_id, new.status, new.severity, new.service, new.source_name, 1);
    return null;
end $$;
create trigger count_updated after update of status, severity, service, source_name on alerts for each row
    when ((old.status, old.severity, old.service, old.source_name) is distinct from (new.status, new.severity, new.service, new.source_name))
    execute function count_changed_alert();
