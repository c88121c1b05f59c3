--liquibase formatted sql

--changeset hypothesis:plain-confidence-1
--comment How sure the engine was before what people said of earlier causes moved it; null in rows from before there was a difference.
alter table hypotheses add column plain_confidence double precision check (plain_confidence between 0 and 1);
