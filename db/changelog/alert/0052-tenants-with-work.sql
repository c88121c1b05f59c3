--liquibase formatted sql

--changeset alert:tenants-with-work-1-policies
--comment Background jobs ask once for all tenants who has work for them; only ids leave the policies, through the functions below.
create policy owner_lists_tenants on alerts for select to current_user using (true);
create policy owner_lists_tenants on alert_text_marks for select to current_user using (true);
create policy owner_lists_tenants on silences for select to current_user using (true);

--changeset alert:tenants-with-work-2-functions splitStatements:false
create function tenants_with_waiting_alerts() returns setof uuid language sql stable security definer set search_path = public
as $$
    select distinct tenant_id from alerts where awaits_incident
$$;
create function tenants_with_downstream_alerts() returns setof uuid language sql stable security definer set search_path = public
as $$
    select distinct tenant_id from alerts where status = 'suppressed' and suppressed_for is not null
$$;
create function tenants_with_silences() returns setof uuid language sql stable security definer set search_path = public
as $$
    select tenant_id from silences where ended_at is null
    union select tenant_id from alerts where status = 'suppressed' and suppressed_by is not null
$$;
create function tenants_with_new_alerts() returns setof uuid language sql stable security definer set search_path = public
as $$
    select tenants.id from tenants left join alert_text_marks mark on mark.tenant_id = tenants.id
    cross join lateral (select received_at, id from alerts where tenant_id = tenants.id order by received_at desc, id desc limit 1) newest
    where mark.tenant_id is null or (newest.received_at, newest.id) > (mark.done_at, mark.done_id)
$$;
revoke all on function tenants_with_waiting_alerts(), tenants_with_downstream_alerts(), tenants_with_silences(), tenants_with_new_alerts() from public;
grant execute on function tenants_with_waiting_alerts(), tenants_with_downstream_alerts(), tenants_with_silences(), tenants_with_new_alerts()
    to srecopilot_app;
