--liquibase formatted sql

--changeset incident:tenants-with-work-1-policies
create policy owner_lists_tenants on incidents for select to current_user using (true);
create policy owner_lists_tenants on incident_quiet_rules for select to current_user using (true);
create policy owner_lists_tenants on incident_tallies for select to current_user using (true);

--changeset incident:tenants-with-work-2-functions splitStatements:false
--comment Jobs that visited every tenant, at rest too: who has rules and a quiet incident for them, and who has sums to fold.
create function tenants_with_quiet_incidents() returns setof uuid language sql stable security definer set search_path = public
as $$
    select distinct tenant_id from incident_quiet_rules rule where exists (
        select from incidents where tenant_id = rule.tenant_id and severity = rule.severity and state <> 'resolved' and state = 'detected'
            and deleted_at is null and assignee_id is null and alerts_total > 0 and alerts_firing = 0)
$$;
create function tenants_with_incident_tallies() returns setof uuid language sql stable security definer set search_path = public
as $$
    select distinct tenant_id from incident_tallies group by tenant_id, state, severity, service, assignee having count(*) > 1
$$;
revoke all on function tenants_with_quiet_incidents(), tenants_with_incident_tallies() from public;
grant execute on function tenants_with_quiet_incidents(), tenants_with_incident_tallies() to srecopilot_app;
