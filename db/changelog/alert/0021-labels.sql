--liquibase formatted sql

--changeset alert:labels-1-pairs
--comment Label pairs of alerts, as hashes, for filters. Filled after the intake, a few seconds late, so that no delivery waits for it.
create table alert_labels (
    tenant_id   uuid not null default current_tenant(),
    alert_id    uuid not null,
    pair        bigint not null,
    primary key (tenant_id, alert_id, pair),
    foreign key (tenant_id, alert_id) references alerts (tenant_id, id) on delete cascade
);
create index alert_labels_of_pair on alert_labels (tenant_id, pair, alert_id);
call guard_tenant_table('alert_labels');

create table alert_label_marks (
    tenant_id uuid primary key default current_tenant(),
    done_at   timestamptz not null,
    done_id   uuid not null
);
comment on table alert_label_marks is 'up to where, in the order of arrival, the pairs are there';
call guard_tenant_table('alert_label_marks');
