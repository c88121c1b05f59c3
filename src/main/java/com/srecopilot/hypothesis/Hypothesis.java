package com.srecopilot.hypothesis;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

import com.srecopilot.hypothesis.engine.Suspicion;

/** A suspected cause of one incident. The engine restates it as facts arrive, until a person has judged it. */
@Entity
@Table(name = "hypotheses")
class Hypothesis {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;
    @TenantId
    private UUID tenantId;
    @Version
    private Integer version;
    private int incidentNumber;
    private String key;
    private int rank;
    private String claim;
    private String description;
    private String service;
    private double confidence;
    private Double plainConfidence;
    private int firstRank;
    private double firstConfidence;
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Fact> evidence;
    private HypothesisState state = HypothesisState.OPEN;
    private Instant suspectedAt;
    private UUID verdictBy;
    private Instant verdictAt;
    private String verdictReason;
    private Instant withdrawnAt;
    private String withdrawnReason;

    protected Hypothesis() {
    }

    Hypothesis(int incidentNumber, Suspicion suspicion, int rank, Instant at) {
        this.incidentNumber = incidentNumber;
        this.key = suspicion.key();
        this.firstRank = rank;
        this.firstConfidence = suspicion.confidence();
        this.suspectedAt = at;
        restate(suspicion, rank);
    }

    /** @return whether that changed anything */
    final boolean restate(Suspicion suspicion, int newRank) {
        List<Fact> facts = suspicion.evidence().stream().map(Fact::of).toList();
        boolean same = rank == newRank && confidence == suspicion.confidence() && suspicion.claim().equals(claim)
                && facts.equals(evidence) && withdrawnAt == null;
        rank = newRank;
        claim = suspicion.claim();
        description = suspicion.description();
        service = suspicion.service();
        confidence = suspicion.confidence();
        plainConfidence = suspicion.plain();
        evidence = facts;
        withdrawnAt = null;
        withdrawnReason = null;
        return !same;
    }

    /** A run suspects this no longer; it keeps when that was first so. @return whether that changed anything */
    boolean withdraw(Instant at, String why, int newRank) {
        boolean same = withdrawnAt != null && rank == newRank;
        rank = newRank;
        if (withdrawnAt == null) {
            withdrawnAt = at;
            withdrawnReason = why;
        }
        return !same;
    }

    /** @throws IllegalStateException when it is judged already */
    void validate(UUID by, Instant at, String reason) {
        judge(HypothesisState.VALIDATED, by, at, reason);
    }

    /** @throws IllegalStateException when it is judged already */
    void reject(UUID by, Instant at, String reason) {
        judge(HypothesisState.REJECTED, by, at, reason);
    }

    private void judge(HypothesisState verdict, UUID by, Instant at, String reason) {
        if (isJudged()) {
            throw new IllegalStateException("Judged already: " + state.word());
        }
        state = verdict;
        verdictBy = by;
        verdictAt = at;
        verdictReason = reason;
    }

    void takeBack() {
        state = HypothesisState.OPEN;
        verdictBy = null;
        verdictAt = null;
        verdictReason = null;
    }

    boolean isJudged() {
        return state != HypothesisState.OPEN;
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    UUID id() {
        return id;
    }

    int incidentNumber() {
        return incidentNumber;
    }

    String key() {
        return key;
    }

    int rank() {
        return rank;
    }

    String claim() {
        return claim;
    }

    String service() {
        return service;
    }

    HypothesisState state() {
        return state;
    }

    UUID verdictBy() {
        return verdictBy;
    }

    Instant verdictAt() {
        return verdictAt;
    }

    /** @param judge the name of who judged it, or null while nobody has */
    HypothesisView view(String judge) {
        var verdict = isJudged() ? new HypothesisView.Verdict(judge, verdictAt, verdictReason) : null;
        return new HypothesisView(id, incidentNumber, rank, claim, description, new Confidence(confidence),
                new Confidence(firstConfidence), firstRank, state.word(), service, evidence, verdict,
                isWithdrawn() ? new HypothesisView.Withdrawal(withdrawnAt, withdrawnReason) : null);
    }
}
