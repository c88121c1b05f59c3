--liquibase formatted sql

--changeset identity:7-directory
--comment What is looked up before the tenant is known. No policy could bind here, so nobody is granted anything: one function answers one exact hash.
create table directory (
    kind       text not null check (kind in ('email', 'ingest_key', 'refresh_token')),
    hash       bytea not null,
    tenant_id  uuid not null,
    subject_id uuid not null,
    primary key (kind, hash)
);
create index directory_of_subject on directory (subject_id);
revoke all on directory from public;

--changeset identity:8-directory-find splitStatements:false
create function directory_find(sought_kind text, sought_hash bytea) returns table (tenant_id uuid, subject_id uuid)
    language sql stable security definer set search_path = public
as $$
    select d.tenant_id, d.subject_id from directory d where d.kind = sought_kind and d.hash = sought_hash
$$;
revoke all on function directory_find(text, bytea) from public;
grant execute on function directory_find(text, bytea) to srecopilot_app;

--changeset identity:9-directory-of-users splitStatements:false
create function directory_follows_users() returns trigger language plpgsql security definer set search_path = public as $$
begin
    if tg_op in ('UPDATE', 'DELETE') then
        delete from directory where kind = 'email' and subject_id = old.id;
    end if;
    if tg_op in ('INSERT', 'UPDATE') then
        insert into directory values ('email', sha256(convert_to(new.email, 'UTF8')), new.tenant_id, new.id);
    end if;
    return null;
end $$;
revoke all on function directory_follows_users() from public;
create trigger directory_follows_users after insert or delete or update of email on users
    for each row execute function directory_follows_users();

--changeset identity:10-directory-of-keys splitStatements:false
--comment A revoked key leaves the directory at once; a used refresh token stays, or its reuse could not be told.
create function directory_follows_hashes() returns trigger language plpgsql security definer set search_path = public as $$
begin
    if tg_op in ('UPDATE', 'DELETE') then
        delete from directory where kind = tg_argv[0] and subject_id = old.id;
    end if;
    if tg_op = 'INSERT' then
        insert into directory values (tg_argv[0], new.hash, new.tenant_id, new.id);
    end if;
    return null;
end $$;
revoke all on function directory_follows_hashes() from public;
create trigger directory_follows_ingest_keys after insert or delete or update of revoked_at on ingest_keys
    for each row execute function directory_follows_hashes('ingest_key');
create trigger directory_follows_refresh_tokens after insert or delete on refresh_tokens
    for each row execute function directory_follows_hashes('refresh_token');
