package com.srecopilot.catalog;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.identity.Invalid;
import com.srecopilot.identity.NotFound;
import com.srecopilot.identity.Stale;
import com.srecopilot.identity.Teams;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable.Changes;

/** Where people and programs describe services and their dependencies. */
@Service
@Transactional
public class Registry {

    private final JdbcClient jdbc;
    private final ServiceRows rows;
    private final Catalog catalog;
    private final Teams teams;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Registry(JdbcClient jdbc, ServiceRows rows, Catalog catalog, Teams teams, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.catalog = catalog;
        this.teams = teams;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Creates the service, or describes the known one anew.
     *
     * @return whether it is new
     */
    public boolean register(ServiceForm form) {
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        int created = jdbc.sql("insert into services (id, name, learned, created_at) values (?, ?, false, ?) on conflict do nothing")
                .params(id, form.name(), clock.instant().atOffset(ZoneOffset.UTC)).update();
        ServiceDetail before = rows.find(form.name()).orElseThrow();
        ServiceDetail after = describe(before, form);
        if (created > 0) {
            var changes = Changes.created(described(after));
            events.publishEvent(new CatalogEvent.ServiceRegistered(tenant(), after.id(), changes));
        } else {
            announce(before, after);
        }
        return created > 0;
    }

    /** @param version what the editor saw. @throws Stale when somebody changed it since */
    public void edit(String name, int version, ServiceForm form) {
        ServiceDetail before = rows.find(name).orElseThrow(() -> new NotFound("Service " + name));
        if (before.version() != version) {
            throw new Stale("Somebody changed " + name + " meanwhile");
        }
        announce(before, describe(before, form));
    }

    /** Replaces what it calls; names that nobody knows yet are learned. @throws NotFound unless the caller is known */
    public void dependsOn(String name, Collection<String> callees) {
        ServiceDetail before = rows.find(name).orElseThrow(() -> new NotFound("Service " + name));
        Set<String> wanted = new TreeSet<>(callees);
        if (wanted.contains(before.name())) {
            throw new Invalid("depends_on", "can't name the service itself");
        }
        if (wanted.equals(before.dependsOn())) {
            return;
        }
        Map<String, UUID> ids = catalog.learn(wanted);
        jdbc.sql("delete from dependencies where caller_id = ?").param(before.id()).update();
        ids.values().forEach(callee -> jdbc.sql("insert into dependencies (caller_id, callee_id) values (?, ?)")
                .params(before.id(), callee).update());
        events.publishEvent(new CatalogEvent.DependenciesChanged(tenant(), before.id(),
                Changes.of("depends_on", before.dependsOn(), wanted)));
    }

    /** With what it calls, who calls it and its recorded changes; incidents and alerts keep its name. */
    public void remove(String name) {
        ServiceDetail before = rows.find(name).orElseThrow(() -> new NotFound("Service " + name));
        jdbc.sql("delete from services where id = ?").param(before.id()).update();
        events.publishEvent(new CatalogEvent.ServiceRemoved(tenant(), before.id(), new Changes(described(before), Map.of())));
    }

    private ServiceDetail describe(ServiceDetail before, ServiceForm form) {
        UUID owner = form.owner() == null || form.owner().isBlank() ? null : teams.named(form.owner());
        jdbc.sql("""
                update services set tier = case when :tier::text is null then tier else nullif(:tier, '') end,
                    region = coalesce(:region, region), owner_id = case when :owner::text is null then owner_id else :team::uuid end,
                    description = coalesce(:description, description), runbooks = coalesce(:runbooks::text[], runbooks),
                    learned = false, version = version + 1
                where id = :id""")
                .param("tier", form.tier()).param("region", form.region()).param("owner", form.owner()).param("team", owner)
                .param("description", form.description()).param("runbooks", form.runbookLines()).param("id", before.id()).update();
        return rows.find(before.id()).orElseThrow();
    }

    private void announce(ServiceDetail before, ServiceDetail after) {
        Map<String, Object> was = described(before);
        Map<String, Object> is = described(after);
        is.entrySet().removeIf(field -> field.getValue().equals(was.get(field.getKey())));
        was.keySet().retainAll(is.keySet());
        if (!is.isEmpty()) {
            events.publishEvent(new CatalogEvent.ServiceChanged(tenant(), after.id(), new Changes(was, is)));
        }
    }

    private static Map<String, Object> described(ServiceDetail detail) {
        var described = new LinkedHashMap<String, Object>();
        described.put("name", detail.name());
        described.put("tier", detail.tier() == null ? "" : detail.tier());
        described.put("region", detail.region());
        described.put("owner", detail.owner());
        described.put("description", detail.description());
        described.put("runbooks", detail.runbooks().stream().map(Runbook::line).toList());
        return described;
    }

    private static UUID tenant() {
        return Actor.current().tenant();
    }
}
