package com.srecopilot.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.identity.Cursor;
import com.srecopilot.identity.Invalid;
import com.srecopilot.identity.Slice;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable;

/** What was deployed or configured, where and when. */
@Service
@Transactional(readOnly = true)
public class Changes {

    private static final String FROM = """
            from changes c join services s on s.tenant_id = c.tenant_id and s.id = c.service_id
            """;
    private static final String SELECT = "select c.*, s.name as service " + FROM;
    private static final RowMapper<ChangeView> VIEW = (row, number) -> new ChangeView(row.getObject("id", UUID.class),
            row.getString("service"), row.getString("kind"), row.getString("release"), row.getString("previous_release"),
            row.getString("summary"), row.getString("url"), row.getObject("happened_at", OffsetDateTime.class).toInstant(), row.getString("actor"));

    private final JdbcClient jdbc;
    private final Catalog catalog;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Changes(JdbcClient jdbc, Catalog catalog, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.clock = clock;
        this.events = events;
    }

    /** @throws Invalid when it lies more than a day ahead, or before 2000 */
    @Transactional
    public UUID record(ChangeForm form) {
        Instant now = clock.instant();
        Instant at = (form.at() == null ? now : form.at()).truncatedTo(ChronoUnit.MILLIS);
        if (at.isAfter(now.plus(Duration.ofDays(1))) || at.isBefore(Instant.parse("2000-01-01T00:00:00Z"))) {
            throw new Invalid("at", "is no plausible time");
        }
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        jdbc.sql("""
                insert into changes (id, service_id, kind, release, previous_release, summary, url, happened_at, actor, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, catalog.learn(form.service().strip()), form.kind(), known(form.version()), known(form.previousVersion()),
                        known(form.summary()), known(form.url()), utc(at), Actor.current().name(), utc(now)).update();
        var what = Map.<String, Object>of("service", form.service(), "kind", form.kind(), "version", known(form.version()));
        events.publishEvent(new CatalogEvent.ChangeRecorded(Actor.current().tenant(), id, Auditable.Changes.created(what)));
        return id;
    }

    /** Newest first, both ends included. */
    public List<ChangeView> between(Collection<String> services, Instant from, Instant to) {
        return services.isEmpty() ? List.of() : jdbc.sql(SELECT + """
                where s.name in (:services) and c.happened_at between :from and :to order by c.happened_at desc, c.id desc""")
                .param("services", services).param("from", utc(from)).param("to", utc(to)).query(VIEW).list();
    }

    public Optional<ChangeView> find(UUID id) {
        return jdbc.sql(SELECT + "where c.id = ?").param(id).query(VIEW).optional();
    }

    /** @param service by name, or null for all. @param after the last row of the page before, or null */
    public Slice<ChangeView> list(String service, int limit, Cursor after) {
        String wanted = service == null ? "" : service;
        Cursor from = after == null ? new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1)) : after;
        List<ChangeView> rows = jdbc.sql(SELECT + """
                where (? = '' or s.name = ?) and (c.happened_at, c.id) < (?, ?) order by c.happened_at desc, c.id desc limit ?""")
                .params(wanted, wanted, utc(from.at()), from.id(), limit + 1).query(VIEW).list();
        long total = jdbc.sql("select count(*) " + FROM + "where (? = '' or s.name = ?)").params(wanted, wanted).query(Long.class).single();
        return Slice.of(rows, limit, total, last -> new Cursor(last.at(), last.id()));
    }

    private static String known(String text) {
        return text == null ? "" : text.strip();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
