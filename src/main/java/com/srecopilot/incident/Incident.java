package com.srecopilot.incident;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

import com.srecopilot.identity.Invalid;

/** Something is broken, and people work on it until it is not. */
@Entity
@Table(name = "incidents")
class Incident {

    static final int MOST_TAGS = 50;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;
    @TenantId
    private UUID tenantId;
    @Version
    private Integer version;
    private int number;
    private String title;
    private String description;
    private Severity severity;
    private boolean severityByHand;
    private IncidentState state;
    private String serviceName;
    private UUID assigneeId;
    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] tags = {};
    private String groupKey;
    private Instant detectedAt;
    private Instant acknowledgedAt;
    private Instant resolvedAt;
    private Instant deletedAt;
    // Counted by their owners below and above, without raising the version: they are nobody's edit.
    @Column(updatable = false)
    private int alertsTotal;
    @Column(updatable = false)
    private int alertsFiring;
    @Column(updatable = false)
    private int hypotheses;
    // Written where readers are let in and shown out; nobody's edit either.
    @Column(updatable = false)
    private boolean restricted;
    @Column(updatable = false)
    private int audience;

    protected Incident() {
    }

    Incident(int number, IncidentDraft draft, Instant at) {
        this.number = number;
        this.title = draft.title();
        this.description = draft.description();
        this.severity = draft.severity();
        this.severityByHand = draft.groupKey() == null;
        this.serviceName = draft.serviceName();
        this.groupKey = draft.groupKey();
        this.state = IncidentState.DETECTED;
        this.detectedAt = at;
    }

    void investigate(Instant at) {
        mustBe(state != IncidentState.RESOLVED, IncidentState.INVESTIGATING);
        become(IncidentState.INVESTIGATING);
        acknowledge(at);
    }

    void resolve(Instant at) {
        become(IncidentState.RESOLVED);
        acknowledge(at);
        resolvedAt = at;
    }

    /** It was over before anybody came: no sign of life of a person. */
    void subside(Instant at) {
        become(IncidentState.RESOLVED);
        resolvedAt = at;
    }

    void reopen() {
        mustBe(state == IncidentState.RESOLVED, IncidentState.INVESTIGATING);
        become(IncidentState.INVESTIGATING);
        resolvedAt = null;
        groupKey = null; // Its group may have a newer incident by now; alerts go there.
    }

    private void become(IncidentState next) {
        mustBe(state.canBecome(next), next);
        state = next;
    }

    private void mustBe(boolean allowed, IncidentState next) {
        if (!allowed) {
            throw new IllegalTransition(reference(), state, next);
        }
    }

    /** The first human sign of life; MTTA is measured to here. */
    private void acknowledge(Instant at) {
        if (acknowledgedAt == null) {
            acknowledgedAt = at;
        }
    }

    void assign(UUID person, Instant at) {
        assigneeId = person;
        if (person != null) {
            acknowledge(at);
        }
    }

    void rate(Severity severity) {
        this.severity = severity;
        this.severityByHand = true;
    }

    /** Alerts may make it worse, but never overrule what a person has decided. */
    boolean worsen(Severity candidate) {
        if (severityByHand || !candidate.worseThan(severity)) {
            return false;
        }
        severity = candidate;
        return true;
    }

    void edit(String title, String description, String serviceName) {
        this.title = title;
        this.description = description;
        this.serviceName = serviceName;
    }

    /**
     * @return false when it has the tag already
     * @throws Invalid when it has as many as it may have
     */
    boolean tag(String tag) {
        Set<String> all = new LinkedHashSet<>(List.of(tags));
        if (!all.add(tag)) {
            return false;
        }
        if (all.size() > MOST_TAGS) {
            throw new Invalid("tag", "is one too many: an incident has " + MOST_TAGS + " tags at most");
        }
        tags = all.toArray(String[]::new);
        return true;
    }

    boolean untag(String tag) {
        Set<String> all = new LinkedHashSet<>(List.of(tags));
        boolean removed = all.remove(tag);
        tags = all.toArray(String[]::new);
        return removed;
    }

    void delete(Instant at) {
        deletedAt = at;
        groupKey = null;
    }

    IncidentMemory.Moment moment() {
        return new IncidentMemory.Moment(number, version, assigneeId, severity.word(), severityByHand, state.word(), acknowledgedAt, resolvedAt,
                groupKey, List.of(tags));
    }

    void restore(IncidentMemory.Moment before) {
        assigneeId = before.assignee();
        severity = Severity.of(before.severity()).orElseThrow();
        severityByHand = before.severityByHand();
        state = IncidentState.of(before.state()).orElseThrow();
        acknowledgedAt = before.acknowledgedAt();
        resolvedAt = before.resolvedAt();
        groupKey = before.groupKey();
        tags = before.tags().toArray(String[]::new);
    }

    String reference() {
        return IncidentView.reference(number);
    }

    UUID id() {
        return id;
    }

    UUID tenantId() {
        return tenantId;
    }

    int number() {
        return number;
    }

    int version() {
        return version;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    String serviceName() {
        return serviceName;
    }

    IncidentState state() {
        return state;
    }

    Severity severity() {
        return severity;
    }

    UUID assigneeId() {
        return assigneeId;
    }

    Instant detectedAt() {
        return detectedAt;
    }

    IncidentView view() {
        return new IncidentView(id, number, title, description, severity.word(), state.word(), serviceName, assigneeId,
                List.of(tags), detectedAt, acknowledgedAt, resolvedAt, alertsTotal, alertsFiring, hypotheses, version,
                restricted, audience);
    }
}
