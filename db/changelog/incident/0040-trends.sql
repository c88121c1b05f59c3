--liquibase formatted sql

--changeset incident:trends-1-indexes
--comment Figures over months, read from the index alone: how long what was resolved took, and when what service was hit.
create index incidents_resolved on incidents (tenant_id, resolved_at) include (detected_at)
    where state = 'resolved' and deleted_at is null;
create index incidents_began on incidents (tenant_id, detected_at) include (service_name, severity)
    where deleted_at is null;
