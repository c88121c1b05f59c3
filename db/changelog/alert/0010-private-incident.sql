--liquibase formatted sql

--changeset alert:private-1-incident-hidden
--comment The alert's incident is private: its readers learn that there is one, not which.
alter table alerts add column incident_hidden boolean not null default false;
