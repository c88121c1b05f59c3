--liquibase formatted sql

--changeset alert:moves-1-earlier
--comment An alert that people move to another incident keeps where it was before, and why.
alter table alerts add column moved_by text, add column earlier jsonb;
comment on column alerts.earlier is 'what incident, rule, reason, attached_at and moved_by were before each move, oldest first; hidden where that incident is private';
create index alerts_moved on alerts (tenant_id) where earlier is not null;
