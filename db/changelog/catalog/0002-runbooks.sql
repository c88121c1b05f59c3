--liquibase formatted sql

--changeset catalog:runbooks-1-many
--comment A service has as many runbooks as it needs: each the address, then its title if it has one.
alter table services add column runbooks text[] not null default '{}';
update services set runbooks = array[runbook_url] where runbook_url <> '';
alter table services drop column runbook_url;
