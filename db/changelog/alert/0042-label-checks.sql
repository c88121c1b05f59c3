--liquibase formatted sql

--changeset alert:label-checks-1-by-the-writer
--comment The pairs are written from the alerts that they belong to; checking each of them cost as much as writing it.
alter table alert_labels drop constraint alert_labels_tenant_id_alert_id_fkey;
