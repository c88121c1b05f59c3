package com.srecopilot.incident.health;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriUtils;

import com.srecopilot.catalog.ServiceSignals;

/** A service with an open critical or high incident fails; with any other open one it is degraded. Private ones don't show. */
@Component
@Order(1)
@Transactional(readOnly = true)
public class IncidentSignals implements ServiceSignals {

    private final JdbcClient jdbc;

    IncidentSignals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Signal> now() {
        var signals = new HashMap<String, Signal>();
        jdbc.sql("""
                select service_name, count(*) as n, bool_or(severity in ('critical', 'high')) as failing, max(number) as newest from incidents
                where state <> 'resolved' and deleted_at is null and not restricted and service_name <> '' group by service_name""").query(row -> {
            String service = row.getString("service_name");
            long open = row.getLong("n");
            String path = open == 1 ? "/incidents/" + row.getInt("newest") : path(service);
            signals.put(service, new Signal("incident", open, row.getBoolean("failing"), path));
        });
        return signals;
    }

    static String path(String service) {
        return "/incidents?state=detected&state=investigating&service=" + UriUtils.encode(service, StandardCharsets.UTF_8);
    }
}
