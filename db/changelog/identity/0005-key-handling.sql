--liquibase formatted sql

--changeset identity:13-key-handling
--comment What rooms above do with deliveries of this key, as the revision of each; text to this room. It travels with the key, so that a key without it costs nothing.
alter table ingest_keys add handling jsonb not null default '{}';
