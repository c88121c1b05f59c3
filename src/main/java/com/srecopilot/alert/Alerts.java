package com.srecopilot.alert;

import com.srecopilot.identity.Slice;
import com.srecopilot.identity.Cursor;
import java.util.Optional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.tenancy.Actor;

/** The alerts of the current tenant, for the rooms above. */
@Service
@Transactional(readOnly = true)
public class Alerts {

    private final JdbcClient jdbc;
    private final AlertRow row;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Alerts(JdbcClient jdbc, AlertRow row, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.row = row;
        this.clock = clock;
        this.events = events;
    }

    /** Newest first; ids that this tenant doesn't have are left out. */
    public List<AlertView> find(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : jdbc.sql("select * from alerts where id = any(:ids) order by received_at desc, id desc")
                .param("ids", array(ids)).query(row::view).list();
    }

    /**
     * What waits for an incident, oldest first: every episode that fired, also one that was over before an incident
     * could take it. An episode that was known to be over before its firing arrived never waits.
     */
    public List<AlertView> unassigned(int max) {
        return jdbc.sql("select * from alerts where awaits_incident order by starts_at, id limit ?").param(max).query(row::view).list();
    }

    /**
     * Why an alert is part of an incident.
     *
     * @param rule the reason, by name
     * @param reason the same for people
     */
    public record Attachment(UUID alert, String rule, String reason) {
    }

    /** All for one reason: see the other. */
    @Transactional
    public void attach(Collection<UUID> ids, String incident, String reason) {
        attach(incident, ids.stream().map(id -> new Attachment(id, "incident", reason)).toList());
    }

    /** Joins alerts to an incident, such as {@code INC-12}; those that another incident has meanwhile stay there. */
    @Transactional
    public void attach(String incident, List<Attachment> attachments) {
        int joined = attachments.isEmpty() ? 0 : jdbc.sql("""
                update alerts set incident = :incident, rule = w.rule, reason = w.reason, attached_at = :now, awaits_incident = false
                from unnest(:ids, :rules, :reasons) as w (id, rule, reason)
                where alerts.id = w.id and (incident is null or incident = :incident)""")
                .param("incident", incident).param("now", utc(clock.instant()))
                .param("ids", attachments.stream().map(Attachment::alert).toArray(UUID[]::new))
                .param("rules", attachments.stream().map(Attachment::rule).toArray(String[]::new))
                .param("reasons", attachments.stream().map(Attachment::reason).toArray(String[]::new)).update();
        if (joined > 0) {
            events.publishEvent(new AlertEvent.Attached(Actor.current().tenant(), incident));
        }
    }

    /** They get no incident, for the reason given. */
    @Transactional
    public void leave(List<Attachment> left) {
        jdbc.sql("""
                update alerts set rule = w.rule, reason = w.reason, attached_at = :now, awaits_incident = false
                from unnest(:ids, :rules, :reasons) as w (id, rule, reason) where alerts.id = w.id and incident is null""")
                .param("now", utc(clock.instant())).param("ids", left.stream().map(Attachment::alert).toArray(UUID[]::new))
                .param("rules", left.stream().map(Attachment::rule).toArray(String[]::new))
                .param("reasons", left.stream().map(Attachment::reason).toArray(String[]::new)).update();
    }

    /** Newest first. */
    public List<AlertView> ofIncident(String incident) {
        return jdbc.sql("select * from alerts where incident = ? order by starts_at desc, id desc").param(incident).query(row::view).list();
    }

    /** Page by page, newest first. @param cursor as a former page gave it, or null */
    public Slice<AlertView> ofIncident(String incident, String cursor, int limit) {
        Optional<Cursor> from = Cursor.parse(cursor);
        var page = jdbc.sql("select * from alerts where incident = :incident" + (from.isEmpty() ? "" : " and (starts_at, id) < (:at, :id)")
                + " order by starts_at desc, id desc limit :limit").param("incident", incident).param("limit", limit + 1);
        from.ifPresent(after -> page.param("at", after.at().atOffset(ZoneOffset.UTC)).param("id", after.id()));
        return Slice.of(page.query(row::view).list(), limit, tally(incident).total(), alert -> new Cursor(alert.startsAt(), alert.id()));
    }

    /** The alerts that a delivery began, repeated or ended, in its order. */
    public List<AlertView> ofReceipt(UUID receipt) {
        return jdbc.sql("""
                select a.* from receipt_alerts e join alerts a on a.tenant_id = e.tenant_id and a.id = e.alert_id
                where e.receipt_id = ? order by e.ordinal""").param(receipt).query(row::view).list();
    }

    /** Episodes of these services that fired at some time within the window, also those since over; newest first. */
    public List<AlertView> firing(Collection<String> services, Instant from, Instant to) {
        return services.isEmpty() ? List.of() : jdbc.sql("""
                select * from alerts where service in (:services) and starts_at <= :to and (ends_at is null or ends_at >= :from)
                order by starts_at desc, id desc""")
                .param("services", services).param("from", utc(from)).param("to", utc(to)).query(row::view).list();
    }

    /** How many fire now, for each service that has any; alerts without a service count under "". */
    public Map<String, Long> firingByService() {
        var counts = new LinkedHashMap<String, Long>();
        jdbc.sql("select service, count(*) as n from alerts where ends_at is null group by service order by n desc, service")
                .query(each -> {
                    counts.put(each.getString("service"), each.getLong("n"));
                });
        return counts;
    }

    /** How many fire now, acknowledged ones included. */
    public long firingCount() {
        return jdbc.sql("select count(*) from alerts where ends_at is null").query(Long.class).single();
    }

    /** The latest to arrive, newest first. */
    public List<AlertView> newest(int most) {
        return jdbc.sql("select * from alerts order by received_at desc, id desc limit ?").param(most).query(row::view).list();
    }

    /** How many alerts an incident has, and how many of them still fire. */
    public Tally tally(String incident) {
        return jdbc.sql("select count(*) as total, count(*) filter (where ends_at is null) as firing from alerts where incident = ?")
                .param(incident).query((each, number) -> new Tally(each.getLong("total"), each.getLong("firing"))).single();
    }

    public record Tally(long total, long firing) {
    }

    /** Earlier incidents whose alerts had these dedup keys, newest first. */
    public List<String> incidentsOf(Collection<String> dedupKeys, Instant since) {
        return dedupKeys.isEmpty() ? List.of() : jdbc.sql("""
                select incident from alerts where dedup_key in (:keys) and incident is not null and starts_at >= :since
                group by incident order by max(starts_at) desc""")
                .param("keys", dedupKeys).param("since", utc(since)).query(String.class).list();
    }

    private static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
