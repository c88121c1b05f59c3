package com.srecopilot.demo;

import static com.srecopilot.demo.Ledger.row;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import com.srecopilot.catalog.Catalog;
import com.srecopilot.catalog.ServiceView;
import com.srecopilot.demo.Diary.Hand;
import com.srecopilot.demo.story.Episode;
import com.srecopilot.demo.story.Episode.Change;
import com.srecopilot.identity.IngestKey;
import com.srecopilot.identity.Person;

/**
 * Writes months into the tables of a new tenant at once. The verbs of the rooms below would write the same rows, but take
 * minutes for it; a test plays an incident by {@link DemoReplay} as well and compares every column.
 */
@Component
@Profile("demo")
class History {

    /** Who records releases, opens incidents, and tells them that an alert is over. */
    static final String PIPELINE = "deploy pipeline";
    static final String OPENING = "intake";
    static final String RECOVERY = "AlertListener";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Catalog catalog;

    History(JdbcClient jdbc, JsonMapper json, Catalog catalog) {
        this.jdbc = jdbc;
        this.json = json;
        this.catalog = catalog;
    }

    /**
     * In the current transaction, of a tenant that has no incident yet.
     *
     * @param episodes in order of their start
     */
    void write(List<Episode> episodes, List<Change> changes, IngestKey key, Map<String, Person> people, long seed) {
        var ledger = new Ledger();
        var ids = new Ids(seed);
        var diary = new Diary(ledger, ids);
        Map<String, UUID> services = new HashMap<>();
        catalog.all().forEach((ServiceView service) -> services.put(service.name(), service.id()));
        changes.forEach(change -> change(change, services.get(change.service()), ledger, ids, diary));
        var incidents = new IncidentRows(ledger, ids, diary, new AlertRows(ledger, ids, key), key, people);
        for (int i = 0; i < episodes.size(); i++) {
            incidents.write(i + 1, episodes.get(i));
        }
        ledger.add("incident_numbers", row("last", episodes.size()));
        ledger.write(jdbc, json);
    }

    private static void change(Change change, UUID service, Ledger ledger, Ids ids, Diary diary) {
        ids.begin();
        UUID id = ids.at(change.at());
        ledger.add("changes", row("id", id, "service_id", service, "kind", change.kind(), "release", change.version(),
                "previous_release", change.previous(), "summary", change.summary(), "url", "", "happened_at", change.at(),
                "actor", PIPELINE, "recorded_at", change.at()));
        diary.audited(change.at(), "change.create", Hand.system(PIPELINE), "change", id.toString(), Map.of(),
                Map.of("service", change.service(), "kind", change.kind(), "version", change.version()));
    }
}
