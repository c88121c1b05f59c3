package com.srecopilot.incident.grouping;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable.Changes;

/** The current tenant's grouping rules. */
@Service
public class GroupingStore {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    GroupingStore(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public GroupingRules rules() {
        return jdbc.sql("select * from grouping_rules").query((row, number) -> rules(row)).optional().orElse(GroupingRules.USUAL);
    }

    /** They hold from the next alert on; what is grouped already stays. */
    @Transactional
    void save(GroupingRules rules) {
        GroupingRules before = rules();
        jdbc.sql("""
                insert into grouping_rules (window_seconds, per_hop_seconds, hops, inactivity_seconds, same_key_seconds, together, apart)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (tenant_id) do update set window_seconds = excluded.window_seconds, per_hop_seconds = excluded.per_hop_seconds,
                    hops = excluded.hops, inactivity_seconds = excluded.inactivity_seconds, same_key_seconds = excluded.same_key_seconds,
                    together = excluded.together, apart = excluded.apart""")
                .params(rules.window().toSeconds(), rules.perHop().toSeconds(), rules.hops(), rules.inactivity().toSeconds(),
                        rules.sameKey().toSeconds(), rules.together().toArray(String[]::new), rules.apart().toArray(String[]::new))
                .update();
        events.publishEvent(new GroupingChanged(Actor.current().tenant(), new Changes(told(before), told(rules))));
    }

    private static Map<String, Object> told(GroupingRules rules) {
        return Map.of("window", rules.window().toString(), "per_hop", rules.perHop().toString(), "hops", rules.hops(),
                "inactivity", rules.inactivity().toString(), "same_key", rules.sameKey().toString(), "together", rules.together(), "apart", rules.apart());
    }

    private static GroupingRules rules(ResultSet row) throws SQLException {
        return new GroupingRules(Duration.ofSeconds(row.getLong("window_seconds")), Duration.ofSeconds(row.getLong("per_hop_seconds")),
                row.getInt("hops"), Duration.ofSeconds(row.getLong("inactivity_seconds")), Duration.ofSeconds(row.getLong("same_key_seconds")),
                names(row.getArray("together")), names(row.getArray("apart")));
    }

    private static List<String> names(Array names) throws SQLException {
        return List.of((String[]) names.getArray());
    }
}
