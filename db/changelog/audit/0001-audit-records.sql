--liquibase formatted sql

--changeset audit:1-records
create table audit_records (
    tenant_id     uuid not null references tenants (id),
    id            uuid not null,
    timestamp     timestamptz not null,
    user_id       uuid,
    user_email    text,
    action        text not null check (action <> ''),
    resource_type text not null,
    resource_id   text not null,
    changes       jsonb not null,
    ip_address    text,
    user_agent    text,
    request_id    text,
    success       boolean not null,
    primary key (tenant_id, id)
);
create index audit_records_newest_first on audit_records (tenant_id, timestamp desc, id desc);
create index audit_records_of_resource on audit_records (tenant_id, resource_type, resource_id);
call guard_tenant_table('audit_records');

--changeset audit:2-append-only splitStatements:false
--comment The app may add and read; nobody, the owner included, may rewrite.
revoke update, delete on audit_records from srecopilot_app;
create function refuse_to_rewrite_audit() returns trigger language plpgsql as $$
begin
    raise exception 'The audit log is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_records_stay before update or delete on audit_records
    for each row execute function refuse_to_rewrite_audit();
create trigger audit_records_stay_all before truncate on audit_records
    for each statement execute function refuse_to_rewrite_audit();
