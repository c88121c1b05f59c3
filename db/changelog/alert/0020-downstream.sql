--liquibase formatted sql

--changeset alert:downstream-1-cause
alter table alerts add column suppressed_for text;
comment on column alerts.suppressed_for is 'the incident of what it depends on, which suppresses it while that fires';
create index alerts_suppressed_for on alerts (tenant_id, suppressed_for) where status = 'suppressed' and suppressed_for is not null;
