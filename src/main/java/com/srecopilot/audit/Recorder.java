package com.srecopilot.audit;

import java.time.Clock;

import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records every act in the transaction of the act: both are kept or neither is. */
@Component
class Recorder {

    private final AuditRecordRepository records;
    private final Clock clock;

    Recorder(AuditRecordRepository records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /** Refuses an act outside a transaction: its record could outlive it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(Auditable act) {
        records.save(new AuditRecord(act, Actor.current(), clock.instant()));
    }
}
