--liquibase formatted sql

--changeset alert:rule-1-name
--comment The rule, by name, that put an alert where it is.
alter table alerts add column rule text;
