package com.srecopilot.audit;

import java.util.UUID;

import org.springframework.data.repository.Repository;

interface AuditRecordRepository extends Repository<AuditRecord, UUID> {

    AuditRecord save(AuditRecord record);
}
