--liquibase formatted sql

--changeset identity:11-former-keys
--comment A rotated key keeps the one before it for a time of grace; when it was last used tells whether its senders have moved.
alter table ingest_keys
    add rotated_at          timestamptz,
    add former_prefix       text,
    add former_hash         bytea,
    add former_until        timestamptz,
    add former_last_used_at timestamptz,
    add former_refused_at   timestamptz,
    add check ((former_hash is null) = (former_until is null) and (former_hash is null) = (former_prefix is null));
comment on column ingest_keys.former_refused_at is 'when a sender last came with the former key after its end';

--changeset identity:12-directory-follows-rotation splitStatements:false
--comment The former hash stays known after its end, so that whoever still uses it can be told on the page; it opens nothing then.
create function directory_follows_ingest_keys() returns trigger language plpgsql security definer set search_path = public as $$
begin
    if tg_op in ('UPDATE', 'DELETE') then
        delete from directory where kind = 'ingest_key' and subject_id = old.id;
    end if;
    if tg_op in ('INSERT', 'UPDATE') and new.revoked_at is null then
        insert into directory values ('ingest_key', new.hash, new.tenant_id, new.id);
        if new.former_hash is not null then
            insert into directory values ('ingest_key', new.former_hash, new.tenant_id, new.id);
        end if;
    end if;
    return null;
end $$;
revoke all on function directory_follows_ingest_keys() from public;
drop trigger directory_follows_ingest_keys on ingest_keys;
create trigger directory_follows_ingest_keys after insert or delete or update of hash, former_hash, revoked_at on ingest_keys
    for each row execute function directory_follows_ingest_keys();
