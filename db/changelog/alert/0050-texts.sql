--liquibase formatted sql

--changeset alert:texts-1-marks
--comment Words and label pairs of alerts are remembered together, after the intake, so that no delivery waits for it. They take a sixth of the room that a row for each pair did.
drop table alert_labels;
drop table alert_label_marks;
create table alert_text_marks (
    tenant_id uuid primary key default current_tenant(),
    done_at   timestamptz not null,
    done_id   uuid not null
);
comment on table alert_text_marks is 'up to where, in the order of arrival, alerts are remembered';
call guard_tenant_table('alert_text_marks');
