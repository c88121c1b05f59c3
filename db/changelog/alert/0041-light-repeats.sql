--liquibase formatted sql

--changeset alert:light-repeats-1
--comment A repeat writes its time of arrival: with that in an index, every repeat renewed the entries of all indexes. The open ones are few enough to look through once a minute.
drop index alerts_by_last_word;
alter table alerts set (fillfactor = 85);
