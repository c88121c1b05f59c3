--liquibase formatted sql

--changeset alert:receipt-checks-1-by-the-writer
--comment Receipts, their alerts and the entries between them are written in one transaction by one writer; checking each entry took most of its time.
alter table receipt_alerts drop constraint receipt_alerts_tenant_id_alert_id_fkey;
alter table receipt_alerts drop constraint receipt_alerts_tenant_id_receipt_id_fkey;
