--liquibase formatted sql

--changeset hypothesis:32-asked-on-opening
--comment An organisation may have its model asked whenever an incident opens.
alter table model_settings add column on_opening boolean not null default false;
