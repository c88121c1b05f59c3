--liquibase formatted sql

--changeset incident:autoresolve-1-quiet-rules
--comment After how many minutes of quiet an incident of a severity that nobody has touched is resolved; none without a row.
create table incident_quiet_rules (
    tenant_id uuid not null default current_tenant(),
    severity  text not null check (severity in ('critical', 'high', 'medium', 'low')),
    minutes   integer not null check (minutes between 1 and 10080),
    primary key (tenant_id, severity)
);
call guard_tenant_table('incident_quiet_rules');
