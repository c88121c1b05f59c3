--liquibase formatted sql

--changeset alert:private-1-incident-hidden
--comment The alert's incident is private: its readers learn that there is one, not which.
alter table alerts add column incident_hidden boolean not null default false;

--changeset alert:private-2-hidden-ones
--comment Whether an incident has hidden alerts is asked for every alert that joins one.
create index alerts_of_private_incidents on alerts (tenant_id, incident) where incident_hidden;
