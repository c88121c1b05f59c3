--liquibase formatted sql

--changeset incident:trends-1-indexes
--comment Figures over months, read from the index alone: when what service was hit.
create index incidents_began on incidents (tenant_id, detected_at) include (service_name, severity)
    where deleted_at is null;
