package com.srecopilot.telemetry.source;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.encryption.FieldCipher;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable.Changes;

/** The Prometheus that the current tenant lets us read from: at most one. */
@Service
@Transactional
class PrometheusSources {

    private static final Duration TURN = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PrometheusSources(JdbcClient jdbc, FieldCipher cipher, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
        this.events = events;
    }

    @Transactional(readOnly = true)
    Optional<PrometheusSource> find() {
        return jdbc.sql("select * from prometheus_sources").query(PrometheusSources::source).optional();
    }

    /** @return empty, or the token in plain. @throws com.srecopilot.encryption.Undecipherable when this node has another key than the one that set it */
    String token(PrometheusSource source) {
        return source.token() == null ? "" : cipher.decrypt(source.token(), place());
    }

    /** The token that a form means: the typed one, or the one that is set. It stays behind when the address leads to another machine. */
    String token(PrometheusForm form) {
        return !form.token().isEmpty() || form.forget() ? form.token() : find().filter(set -> sameHost(set, form)).map(this::token).orElse("");
    }

    private static boolean sameHost(PrometheusSource set, PrometheusForm form) {
        return URI.create(set.url()).resolve("/").equals(URI.create(form.url()).resolve("/"));
    }

    void set(PrometheusForm form) {
        String before = find().map(PrometheusSource::url).orElse(null);
        String token = token(form);
        jdbc.sql("""
                insert into prometheus_sources (url, token, selectors, set_by, set_at) values (:url, :token, :selectors, :by, :at)
                on conflict (tenant_id) do update set url = :url, token = :token, selectors = :selectors, set_by = :by, set_at = :at,
                    claimed_until = '-infinity', failed_at = null, failure = null""")
                .param("url", form.url()).param("token", token.isEmpty() ? null : cipher.encrypt(token, place())).param("selectors", form.selectors())
                .param("by", Actor.current().id()).param("at", now()).update();
        events.publishEvent(new SourceEvent.PrometheusSet(Actor.current().tenant(), Changes.of("url", before, form.url())));
    }

    /** What was read from it stays. */
    void drop() {
        if (jdbc.sql("delete from prometheus_sources").update() > 0) {
            events.publishEvent(new SourceEvent.PrometheusDropped(Actor.current().tenant()));
        }
    }

    /** The right to read it now, for this node alone; empty when another reads, or there is none. */
    Optional<PrometheusSource> claim() {
        return jdbc.sql("update prometheus_sources set claimed_until = ? where claimed_until < ? returning *").params(now().plus(TURN), now())
                .query(PrometheusSources::source).optional();
    }

    void noteRead(Instant until, int series) {
        jdbc.sql("update prometheus_sources set claimed_until = '-infinity', read_until = ?, read_at = ?, series = ?").params(until.atOffset(ZoneOffset.UTC), now(), series).update();
    }

    void noteFailure(String reason) {
        jdbc.sql("update prometheus_sources set claimed_until = '-infinity', failed_at = ?, failure = ?").params(now(), reason).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String place() {
        return "prometheus_sources/" + Actor.current().tenant();
    }

    private static PrometheusSource source(ResultSet row, int number) throws SQLException {
        return new PrometheusSource(row.getString("url"), row.getBytes("token"), row.getString("selectors"), instant(row, "read_until"), instant(row, "read_at"),
                row.getObject("series", Integer.class), instant(row, "failed_at"), row.getString("failure"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
