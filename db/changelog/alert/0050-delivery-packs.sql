--liquibase formatted sql

--changeset alert:delivery-packs-1
--comment All that waited for one commit is one row: the table, its index and the log of the database are touched once for dozens of deliveries.
create table delivery_packs (
    tenant_id   uuid not null default current_tenant(),
    source_id   uuid not null,
    id          bigint generated always as identity,
    part        integer not null default 0,
    source_name text not null,
    received_at timestamptz not null,
    deliveries  integer not null,
    alerts      integer not null,
    packed      bytea not null,
    primary key (tenant_id, source_id, id, part)
);
alter table delivery_packs alter column packed set storage external;
comment on column delivery_packs.received_at is 'when the first of them came';
comment on column delivery_packs.part is 'of a pack that was taken apart, because one of its deliveries can not be stored';
call guard_tenant_table('delivery_packs');

--changeset alert:delivery-packs-2
--comment What an older version had logged and not yet unfolded comes along; its receipt is written anew when it is.
alter table delivery_log no force row level security;
alter table receipts no force row level security;
alter table delivery_packs no force row level security;
insert into delivery_packs (tenant_id, source_id, source_name, received_at, deliveries, alerts, packed)
select l.tenant_id, l.source_id, l.source_name, l.received_at, 1, l.alerts,
       uuid_send(l.receipt_id) || int8send((extract(epoch from l.received_at) * 1000)::bigint)
       || int4send(octet_length(convert_to(l.format, 'UTF8'))) || convert_to(l.format, 'UTF8') || int4send(-1)
       || int4send(octet_length(convert_to(coalesce(r.payload, ''), 'UTF8'))) || convert_to(coalesce(r.payload, ''), 'UTF8')
       || int4send(octet_length(convert_to(l.said, 'UTF8'))) || convert_to(l.said, 'UTF8')
from delivery_log l left join receipts r on r.tenant_id = l.tenant_id and r.id = l.receipt_id
order by l.tenant_id, l.source_id, l.id;
delete from receipts r using delivery_log l where r.tenant_id = l.tenant_id and r.id = l.receipt_id;
drop table delivery_log;
alter table receipts force row level security;
alter table delivery_packs force row level security;
