--liquibase formatted sql

--changeset hypothesis:30-withdrawn
--comment What a later run suspects no longer stays, with when and why; one that comes back is the same row.
alter table hypotheses add column withdrawn_at timestamptz, add column withdrawn_reason text,
    add constraint withdrawn_with_a_reason check ((withdrawn_at is null) = (withdrawn_reason is null));
