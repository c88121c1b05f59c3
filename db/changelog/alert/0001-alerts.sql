--liquibase formatted sql

--changeset alert:1-alerts
--comment One row per firing episode of a dedup key within one source.
create table alerts (
    tenant_id       uuid not null default current_tenant(),
    id              uuid not null,
    source_id       uuid not null,
    source_name     text not null,
    dedup_key       text not null,
    fingerprint     text not null,
    title           text not null,
    description     text not null,
    severity        text not null check (severity in ('critical', 'high', 'medium', 'low')),
    status          text not null check (status in ('firing', 'acknowledged', 'suppressed', 'resolved')),
    service         text not null,
    labels          jsonb not null,
    url             text not null,
    starts_at       timestamptz not null,
    ends_at         timestamptz,
    anchor          timestamptz not null,
    sightings       jsonb,
    count           bigint not null,
    received_at     timestamptz not null,
    last_seen_at    timestamptz not null,
    awaits_incident boolean not null,
    incident        text,
    reason          text,
    attached_at     timestamptz,
    primary key (tenant_id, id),
    check (ends_at >= starts_at),
    check ((status = 'resolved') = (ends_at is not null))
);
comment on column alerts.anchor is 'the start the episode was first known by';
comment on column alerts.sightings is 'the starts that senders named, each with count and end; null when it is only starts_at';
comment on column alerts.awaits_incident is 'it has fired and no incident has taken it yet; also when it was over before one could';
create unique index alerts_one_per_episode on alerts (tenant_id, source_id, dedup_key, starts_at);
create unique index alerts_one_open_episode on alerts (tenant_id, source_id, dedup_key) where ends_at is null;
create index alerts_newest on alerts (tenant_id, received_at desc, id desc);
create index alerts_newest_of_status on alerts (tenant_id, status, received_at desc, id desc);
create index alerts_newest_of_service on alerts (tenant_id, service, received_at desc, id desc);
create index alerts_facets on alerts (tenant_id, status, severity, service, source_name);
create index alerts_of_incident on alerts (tenant_id, incident, received_at desc) where incident is not null;
create index alerts_of_key on alerts (tenant_id, dedup_key, received_at desc);
create index alerts_awaiting on alerts (tenant_id, starts_at) where awaits_incident;
create index alerts_open on alerts (tenant_id, service) where ends_at is null;
call guard_tenant_table('alerts');

--changeset alert:2-receipts
--comment Every body that could be stored leaves one, the refused too.
create table receipts (
    tenant_id   uuid not null default current_tenant(),
    id          uuid not null,
    received_at timestamptz not null,
    source_id   uuid not null,
    source_name text not null,
    format      text not null,
    status      text not null check (status in ('accepted', 'rejected')),
    reason      text,
    alerts      integer not null,
    payload     text not null,
    primary key (tenant_id, id)
);
create index receipts_of_source on receipts (tenant_id, source_id, received_at desc);
call guard_tenant_table('receipts');

create table receipt_alerts (
    tenant_id  uuid not null default current_tenant(),
    receipt_id uuid not null,
    ordinal    integer not null,
    alert_id   uuid,
    outcome    text not null check (outcome in ('opened', 'repeated', 'resolved', 'dropped')),
    said       jsonb not null,
    decisions  jsonb not null,
    primary key (tenant_id, receipt_id, ordinal),
    foreign key (tenant_id, receipt_id) references receipts (tenant_id, id) on delete cascade,
    foreign key (tenant_id, alert_id) references alerts (tenant_id, id)
);
comment on column receipt_alerts.said is 'what was read of this alert, in our vocabulary';
create index receipt_alerts_of_alert on receipt_alerts (tenant_id, alert_id, receipt_id desc);
call guard_tenant_table('receipt_alerts');
