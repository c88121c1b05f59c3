--liquibase formatted sql

--changeset incident:orders-1-severity
--comment The list by severity: open incidents are few and sorted, resolved ones are read in this order, from either end.
create index incidents_resolved_by_severity on incidents (tenant_id,
    (case severity when 'critical' then 0 when 'high' then 1 when 'medium' then 2 else 3 end), detected_at desc, number desc)
    where state = 'resolved' and deleted_at is null;
