--liquibase formatted sql

--changeset alert:tenants-with-stale-alerts-1-policy
create policy owner_lists_tenants on alert_tallies for select to current_user using (true);

--changeset alert:tenants-with-stale-alerts-2-functions splitStatements:false
--comment Jobs that visited every tenant each minute, at rest too: who has alerts of which nothing was heard for so long, and who has sums to fold.
create function tenants_with_stale_alerts(before timestamptz) returns setof uuid language sql stable security definer set search_path = public
as $$
    select id from tenants where exists (select from alerts where tenant_id = tenants.id and ends_at is null and last_seen_at < before)
$$;
create function tenants_with_alert_tallies() returns setof uuid language sql stable security definer set search_path = public
as $$
    select distinct tenant_id from alert_tallies group by tenant_id, status, severity, service, source having count(*) > 1
$$;
revoke all on function tenants_with_stale_alerts(timestamptz), tenants_with_alert_tallies() from public;
grant execute on function tenants_with_stale_alerts(timestamptz), tenants_with_alert_tallies() to srecopilot_app;
