--liquibase formatted sql

--changeset alert:20-source-signatures
--comment How deliveries of a source are signed. The secret is encrypted with a key that the database does not hold.
create table source_signatures (
    tenant_id        uuid not null default current_tenant(),
    source_id        uuid not null,
    scheme           text not null check (scheme in ('grafana', 'sentry', 'hmac', 'sns')),
    header           text not null,
    timestamp_header text not null,
    tolerance        integer not null check (tolerance between 30 and 3600),
    secret           bytea,
    topics           text not null,
    fetches          boolean not null,
    set_by           uuid,
    set_at           timestamptz not null,
    primary key (tenant_id, source_id),
    foreign key (tenant_id, source_id) references ingest_keys (tenant_id, id) on delete cascade,
    check ((scheme = 'sns') = (secret is null)),
    check (scheme <> 'sns' or fetches and topics <> '')
);
comment on column source_signatures.tolerance is 'how far the time that is signed too may be off, in seconds';
comment on column source_signatures.fetches is 'whether the certificate may be fetched, and a subscription confirmed, at Amazon';
call guard_tenant_table('source_signatures');
