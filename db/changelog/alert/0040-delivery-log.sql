--liquibase formatted sql

--changeset alert:delivery-log-1
--comment In a storm deliveries are stored and answered first, and unfolded into alerts in larger lots. A row lives until then.
create table delivery_log (
    tenant_id   uuid not null default current_tenant(),
    source_id   uuid not null,
    id          bigint generated always as identity,
    source_name text not null,
    receipt_id  uuid not null,
    format      text not null,
    received_at timestamptz not null,
    alerts      integer not null,
    said        text not null,
    primary key (tenant_id, source_id, id)
);
comment on column delivery_log.said is 'the alerts of the delivery as they were read, JSON that only the intake reads';
call guard_tenant_table('delivery_log');
