--liquibase formatted sql

--changeset incident:trends-1-began
--comment When what service was hit, over months, read from the index alone. What was resolved has its own, incidents_resolved.
create index incidents_began on incidents (tenant_id, detected_at) include (service_name, severity)
    where deleted_at is null;
