package com.srecopilot.identity;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.srecopilot.tenancy.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Groups of people that own services. A team comes into being when it is first named. */
@Service
@Transactional
public class Teams {

    private final JdbcClient jdbc;
    private final Clock clock;

    Teams(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Finds the team, whatever its capitals, or creates it. @throws Invalid beyond 80 characters or when blank */
    public UUID named(String name) {
        String wanted = name.strip();
        if (wanted.isEmpty() || wanted.length() > 80) {
            throw new Invalid("owner", "takes 1 to 80 characters");
        }
        return find(wanted).orElseGet(() -> create(wanted));
    }

    @Transactional(readOnly = true)
    public Optional<String> name(UUID id) {
        return jdbc.sql("select name from teams where id = ?").param(id).query(String.class).optional();
    }

    /** The names of all, by id. */
    @Transactional(readOnly = true)
    public Map<UUID, String> byId() {
        var names = new HashMap<UUID, String>();
        jdbc.sql("select id, name from teams").query(row -> {
            names.put(row.getObject("id", UUID.class), row.getString("name"));
        });
        return names;
    }

    @Transactional(readOnly = true)
    public List<String> names() {
        return jdbc.sql("select name from teams order by lower(name)").query(String.class).list();
    }

    private UUID create(String name) {
        jdbc.sql("insert into teams (tenant_id, id, name, created_at) values (?, ?, ?, ?) on conflict do nothing")
                .params(Actor.current().tenant(), UUID.randomUUID(), name, clock.instant().atOffset(ZoneOffset.UTC)).update();
        return find(name).orElseThrow();
    }

    private Optional<UUID> find(String name) {
        return jdbc.sql("select id from teams where lower(name) = lower(?)").param(name).query(UUID.class).optional();
    }
}
