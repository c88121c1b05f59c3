--liquibase formatted sql

--changeset hypothesis:31-first-look
--comment When the engine first looked at an incident: it looks again some minutes after, since measurements come late. Rows from before are past that.
alter table hypothesis_runs add column first_at timestamptz not null default 'epoch';
alter table hypothesis_runs alter column first_at drop default;
create index hypothesis_runs_by_age on hypothesis_runs (tenant_id, first_at);
