package com.srecopilot.alert.health;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriUtils;

import com.srecopilot.catalog.ServiceSignals;

/** A service with firing alerts is degraded; what a silence suppresses doesn't count. */
@Component
@Order(2)
@Transactional(readOnly = true)
public class AlertSignals implements ServiceSignals {

    private final JdbcClient jdbc;
    private final Clock clock;

    AlertSignals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Map<String, Signal> now() {
        var signals = new HashMap<String, Signal>();
        jdbc.sql("select service, count(*) as n from alerts where ends_at is null and status <> 'suppressed' and service <> '' group by service")
                .query(row -> {
                    String service = row.getString("service");
                    signals.put(service, new Signal("firing alert", row.getLong("n"), false, path(service)));
                });
        return signals;
    }

    /** By when they arrived: the current hour is the last, and not yet full. */
    @Override
    public Map<String, List<Long>> hourly(Collection<String> services, int hours) {
        var counts = new HashMap<String, List<Long>>();
        Instant now = clock.instant();
        OffsetDateTime from = now.minus(Duration.ofHours(hours)).atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                select service, floor(extract(epoch from received_at - :from) / 3600)::int as hour, count(*) as n from alerts
                where service = any(:services) and received_at > :from and received_at <= :now group by 1, 2""")
                .param("services", services.toArray(String[]::new)).param("from", from).param("now", now.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    counts.computeIfAbsent(row.getString("service"), name -> new ArrayList<>(Collections.nCopies(hours, 0L)))
                            .set(Math.min(hours - 1, row.getInt("hour")), row.getLong("n"));
                });
        return counts;
    }

    static String path(String service) {
        return "/alerts?status=firing&service=" + UriUtils.encode(service, StandardCharsets.UTF_8);
    }
}
