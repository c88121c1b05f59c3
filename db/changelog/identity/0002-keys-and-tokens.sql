--liquibase formatted sql

--changeset identity:4-ingest-keys
--comment Only the hash is kept: a stolen backup opens no door.
create table ingest_keys (
    tenant_id    uuid not null references tenants (id),
    id           uuid not null,
    name         text not null check (length(name) between 1 and 80),
    prefix       text not null,
    hash         bytea not null,
    created_by   uuid,
    created_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create unique index ingest_keys_in_use_by_name on ingest_keys (tenant_id, lower(name)) where revoked_at is null;
call guard_tenant_table('ingest_keys');

--changeset identity:5-refresh-tokens
--comment A family is one sign-in; a used member that comes back means that it was stolen, and ends the family.
create table refresh_tokens (
    tenant_id  uuid not null references tenants (id),
    id         uuid not null,
    user_id    uuid not null,
    family     uuid not null,
    hash       bytea not null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    revoked_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
create index refresh_tokens_of_family on refresh_tokens (tenant_id, family);
create index refresh_tokens_of_user on refresh_tokens (tenant_id, user_id);
call guard_tenant_table('refresh_tokens');

--changeset identity:6-token-keys
--comment Public keys that verify access tokens, of the installation as a whole; private keys never leave their node's memory.
create table token_keys (
    kid        text primary key,
    jwk        text not null,
    expires_at timestamptz not null
);
grant select, insert, delete on token_keys to srecopilot_app;
