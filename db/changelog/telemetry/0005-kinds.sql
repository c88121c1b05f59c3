--liquibase formatted sql

--changeset telemetry:kinds-1-parse-tree
--comment A template becomes more general as lines are read; one that turns out to be another's is its part, and counts for it.
alter table log_templates add column revision bigint not null default 0;
alter table log_templates add column part_of bigint;
comment on column log_templates.revision is 'of the tenant, rising with each change: nodes read what is newer than what they know';
create index log_templates_changed on log_templates (tenant_id, revision);
