package com.srecopilot.alert;

import com.srecopilot.identity.Slice;
import com.srecopilot.identity.Cursor;
import java.util.Optional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.tenancy.Actor;

/** The alerts of the current tenant, for the rooms above. */
@Service
@Transactional(readOnly = true)
public class Alerts {

    private static final int ROWS = 1_000;
    /** One row at a time: joined with a list, a planner that knows nothing of a new table compares all with all. */
    private static final String ATTACH = """
            update alerts set incident = ?, rule = ?, reason = ?, attached_at = ?, awaits_incident = false,
                incident_hidden = exists (select from alerts other where other.incident = ? and other.incident_hidden)
            where id = ? and (incident is null or incident = ?)""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final AlertRow row;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Alerts(JdbcClient jdbc, JdbcTemplate batches, AlertRow row, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.batches = batches;
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
     * @param incident such as {@code INC-12}
     * @param rule the reason, by name
     * @param reason the same for people
     */
    public record Attachment(UUID alert, String incident, String rule, String reason) {
    }

    /** Joins alerts to incidents; those that another incident has meanwhile stay there. In order of their ids, as the intake writes them. */
    @Transactional
    public void attach(List<Attachment> attachments) {
        OffsetDateTime now = utc(clock.instant());
        List<Attachment> ordered = attachments.stream().sorted(Comparator.comparing(Attachment::alert)).toList();
        int joined = Arrays.stream(batches.batchUpdate(ATTACH, ordered, ROWS, (update, each) -> {
            update.setString(1, each.incident());
            update.setString(2, each.rule());
            update.setString(3, each.reason());
            update.setObject(4, now);
            update.setString(5, each.incident());
            update.setObject(6, each.alert());
            update.setString(7, each.incident());
        })).flatMapToInt(Arrays::stream).sum();
        if (joined > 0) {
            List<UUID> shown = attachments.stream().map(Attachment::alert).limit(AlertEvent.Attached.SHOWN).toList();
            events.publishEvent(new AlertEvent.Attached(Actor.current().tenant(), shown));
        }
    }

    /** They get no incident, for the reason given. */
    @Transactional
    public void leave(List<Attachment> left) {
        jdbc.sql("""
                update alerts set rule = w.rule, reason = w.reason, attached_at = :now, awaits_incident = false
                from unnest(:ids, :rules, :reasons) as w (id, rule, reason) where alerts.id = w.id and incident is null""")
                .param("now", utc(clock.instant())).param("ids", left.stream().map(Attachment::alert).toArray(UUID[]::new))
                .param("rules", texts(left, Attachment::rule)).param("reasons", texts(left, Attachment::reason)).update();
    }

    /** Whether readers of its alerts learn which incident they belong to. Alerts that join it later follow those it has. */
    @Transactional
    public void conceal(String incident, boolean hidden) {
        jdbc.sql("update alerts set incident_hidden = :hidden where incident = :incident and incident_hidden <> :hidden")
                .param("hidden", hidden).param("incident", incident).update();
        jdbc.sql("""
                update alerts set earlier = (select jsonb_agg(case when each ->> 'incident' = :incident
                    then each || jsonb_build_object('hidden', :hidden) else each end order by place) from jsonb_array_elements(earlier) with ordinality as e (each, place))
                where earlier is not null and earlier @> jsonb_build_array(jsonb_build_object('incident', :incident))""")
                .param("hidden", hidden).param("incident", incident).update();
    }

    /** The resolved alerts of deliveries by their incidents, those of private ones included. */
    public Map<String, List<AlertView>> resolvedOfReceipts(Collection<UUID> receipts) {
        var byIncident = new LinkedHashMap<String, List<AlertView>>();
        jdbc.sql("""
                select a.* from receipt_alerts e join alerts a on a.tenant_id = e.tenant_id and a.id = e.alert_id
                where e.receipt_id = any(:receipts) and a.incident is not null and a.ends_at is not null
                order by e.receipt_id, e.ordinal""").param("receipts", array(receipts))
                .query(each -> {
                    byIncident.computeIfAbsent(each.getString("incident"), incident -> new ArrayList<>()).add(row.view(each, 0));
                });
        return byIncident;
    }

    /**
     * People say that alerts belong elsewhere.
     *
     * @param ids those to move, or null for all that the incident has
     * @return how many have moved
     */
    @Transactional
    public int move(String from, String to, Collection<UUID> ids, String reason) {
        List<UUID> moved = jdbc.sql("""
                update alerts set incident = :to, rule = 'by-hand', reason = :reason, attached_at = :now, moved_by = :by,
                    earlier = coalesce(earlier, '[]') || jsonb_build_object('at', attached_at, 'rule', rule, 'incident', incident, 'reason', reason, 'by', moved_by, 'hidden', incident_hidden)
                where incident = :from and (:all or id = any(:ids)) returning id""")
                .param("to", to).param("from", from).param("reason", reason).param("by", Actor.current().name()).param("now", utc(clock.instant()))
                .param("all", ids == null).param("ids", array(ids == null ? List.of() : ids)).query(UUID.class).list();
        if (!moved.isEmpty()) {
            events.publishEvent(new AlertEvent.Attached(Actor.current().tenant(), moved.stream().limit(AlertEvent.Attached.SHOWN).toList()));
        }
        return moved.size();
    }

    private static String[] texts(List<Attachment> attachments, Function<Attachment, String> text) {
        return attachments.stream().map(text).toArray(String[]::new);
    }

    /** Newest first. */
    public List<AlertView> ofIncident(String incident) {
        return jdbc.sql("select * from alerts where incident = ? order by starts_at desc, id desc").param(incident).query(row::view).list();
    }

    /** The newest of them. */
    public List<AlertView> ofIncident(String incident, int most) {
        return jdbc.sql("select * from alerts where incident = ? order by starts_at desc, id desc limit ?").params(incident, most).query(row::view).list();
    }

    /** Page by page, newest first. @param cursor as a former page gave it, or null */
    public Slice<AlertView> ofIncident(String incident, String cursor, int limit) {
        Optional<Cursor> from = Cursor.parse(cursor);
        var page = jdbc.sql("select * from alerts where incident = :incident" + (from.isEmpty() ? "" : " and (starts_at, id) < (:at, :id)")
                + " order by starts_at desc, id desc limit :limit").param("incident", incident).param("limit", limit + 1);
        from.ifPresent(after -> page.param("at", after.at().atOffset(ZoneOffset.UTC)).param("id", after.id()));
        return Slice.of(page.query(row::view).list(), limit, tally(incident).total(), alert -> new Cursor(alert.startsAt(), alert.id()));
    }

    /** The alerts that deliveries began, repeated or ended, in their order. */
    public List<AlertView> ofReceipts(Collection<UUID> receipts) {
        return jdbc.sql("""
                select a.* from receipt_alerts e join alerts a on a.tenant_id = e.tenant_id and a.id = e.alert_id
                where e.receipt_id = any(:receipts) order by e.receipt_id, e.ordinal""").param("receipts", array(receipts)).query(row::view).list();
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
        return tallies(List.of(incident)).stream().findFirst().orElse(new Tally(incident, 0, 0));
    }

    /** The same of many; those without any alert are left out. */
    public List<Tally> tallies(Collection<String> incidents) {
        return jdbc.sql("""
                select incident, count(*) as total, count(*) filter (where ends_at is null) as firing from alerts
                where incident = any(:incidents) group by incident""").param("incidents", incidents.toArray(String[]::new))
                .query((each, number) -> new Tally(each.getString("incident"), each.getLong("total"), each.getLong("firing"))).list();
    }

    /** When anything was last heard of the alerts of an incident, by our clock; empty while one fires, and without any. */
    public Optional<Instant> quietSince(String incident) {
        return jdbc.sql("select max(last_seen_at) from alerts where incident = ? having count(*) > 0 and bool_and(ends_at is not null)")
                .param(incident).query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }

    public record Tally(String incident, long total, long firing) {
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
