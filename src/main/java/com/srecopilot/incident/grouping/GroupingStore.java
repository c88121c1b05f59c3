package com.srecopilot.incident.grouping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

import com.srecopilot.identity.NotFound;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable.Changes;

/**
 * The current tenant's grouping rules, every version of them. Whoever groups reads them in the same transaction, by
 * primary key: a change holds on all nodes from the next alert on, and no cache can lag.
 */
@Service
public class GroupingStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GroupingStore(JdbcClient jdbc, JsonMapper json, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public GroupingRules rules() {
        return current().rules();
    }

    @Transactional(readOnly = true)
    public GroupingVersion current() {
        return versions(1).get(0);
    }

    /** Newest first; the last is what holds without any, if it is among the wanted. */
    @Transactional(readOnly = true)
    public List<GroupingVersion> versions(int most) {
        List<GroupingVersion> set = jdbc.sql("select * from grouping_versions order by version desc limit ?").param(most)
                .query((row, number) -> version(row)).list();
        var usual = new GroupingVersion(0, GroupingRules.USUAL, "", null, null);
        return set.size() < most ? Stream.concat(set.stream(), Stream.of(usual)).toList() : set;
    }

    /** They hold from the next alert on; what is grouped already stays. */
    @Transactional
    public void use(GroupingRules rules) {
        use(rules, null);
    }

    /** Brings an earlier version back, as a new one. @throws NotFound when there is none of that number */
    @Transactional
    public void restore(int version) {
        use(rules(version), version);
    }

    private GroupingRules rules(int version) {
        return version == 0 ? GroupingRules.USUAL : jdbc.sql("select * from grouping_versions where version = ?").param(version)
                .query((row, number) -> version(row).rules()).optional().orElseThrow(() -> new NotFound("Version " + version + " of the grouping"));
    }

    private void use(GroupingRules rules, Integer restores) {
        GroupingVersion before = current();
        if (before.rules().equals(rules)) {
            return;
        }
        jdbc.sql("insert into grouping_versions (version, rules, changed_by, changed_at, restores) values (?, ?::jsonb, ?, ?, ?)")
                .params(before.version() + 1, json.writeValueAsString(rules), Actor.current().name(), clock.instant().atOffset(ZoneOffset.UTC), restores).update();
        events.publishEvent(new GroupingChanged(Actor.current().tenant(), new Changes(told(before.rules()), told(rules))));
    }

    private static Map<String, Object> told(GroupingRules rules) {
        var told = new TreeMap<String, Object>(Map.of("window", rules.window().toString(), "per_hop", rules.perHop().toString(), "hops", rules.hops(),
                "inactivity", rules.inactivity().toString(), "same_key", rules.sameKey().toString(), "together", rules.together(),
                "together_for", rules.togetherFor().toString(), "apart", rules.apart(), "quiet", rules.quiet()));
        told.put("upstream", rules.upstream().toString());
        return told;
    }

    private GroupingVersion version(ResultSet row) throws SQLException {
        return new GroupingVersion(row.getInt("version"), json.readValue(row.getString("rules"), GroupingRules.class), row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(), row.getObject("restores", Integer.class));
    }
}
