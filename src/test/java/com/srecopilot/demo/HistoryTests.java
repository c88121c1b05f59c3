package com.srecopilot.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.srecopilot.RunningApp;
import com.srecopilot.demo.story.Episode;
import com.srecopilot.demo.story.Episode.Change;
import com.srecopilot.demo.story.Script;
import com.srecopilot.demo.story.Story;
import com.srecopilot.identity.IngestKey;
import com.srecopilot.identity.IngestKeys;
import com.srecopilot.identity.Installation;
import com.srecopilot.identity.Organisation;
import com.srecopilot.identity.People;
import com.srecopilot.identity.Person;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Tenants;

/** What is written at once is what the verbs would have written, and every organisation has its own. */
@RunningApp
class HistoryTests {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final List<String> TABLES = List.of("incidents", "timeline_entries", "incident_clusters", "incident_numbers", "alerts",
            "receipts", "receipt_alerts", "changes", "audit_records");

    @Autowired
    private History history;
    @Autowired
    private DemoReplay replay;
    @Autowired
    private DemoShop shop;
    @Autowired
    private DemoSeed seed;
    @Autowired
    private Tenants tenants;
    @Autowired
    private Installation installation;
    @Autowired
    private People people;
    @Autowired
    private IngestKeys keys;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;

    private record Tenant(UUID id, IngestKey key, Map<String, Person> staff) {

        <T> T as(Supplier<T> work) {
            return Actor.system(id, "installer").call(work);
        }
    }

    @Test
    void anIncidentWrittenAtOnceEqualsOnePlayedByTheVerbs() {
        Story story = Story.of(Script.of("acme"), names(), 1, NOW, 42);
        List<Episode> some = some(story);
        List<Change> changes = story.changes().subList(0, 3);
        Tenant written = tenant();
        written.as(() -> transaction.execute(status -> {
            history.write(some, changes, written.key(), written.staff(), 1);
            return null;
        }));
        Tenant played = tenant();
        played.as(() -> {
            changes.forEach(replay::record);
            // Each in one transaction: no listener may open it meanwhile, at another time.
            some.forEach(episode -> transaction.executeWithoutResult(status -> replay.play(episode, played.key(), played.staff())));
            return null;
        });
        for (String table : TABLES) {
            assertThat(rows(written, table)).as(table).isNotEmpty().containsExactlyInAnyOrderElementsOf(rows(played, table));
        }
    }

    @Test
    void theDemoIsFilledOnce() {
        long before = incidents(DemoCast.ACME);
        seed.start();
        assertThat(incidents(DemoCast.ACME)).isEqualTo(before).isGreaterThan(250);
        assertThat(incidents(DemoCast.GLOBEX)).isBetween(40L, 150L);
    }

    @Test
    void aFillThatBreaksLeavesNothing() {
        UUID tenant = UUID.randomUUID();
        assertThatThrownBy(() -> Actor.system(tenant, "installer").run(() -> transaction.executeWithoutResult(status -> {
            installation.found(tenant, "broken", "enterprise", "Ana Ruiz", "ana@broken.test", Organisation.PASSWORD);
            shop.build(Script.of("acme"));
            throw new IllegalStateException("killed");
        }))).hasMessage("killed");
        assertThat(tenants.ids()).doesNotContain(tenant);
    }

    @Test
    void nobodySeesTheOthersHistory() {
        List<String> ours = texts(DemoCast.ACME);
        List<String> theirs = texts(DemoCast.GLOBEX);
        assertThat(ours).anyMatch(text -> text.contains("checkout-service"));
        assertThat(theirs).isNotEmpty().noneMatch(text -> text.contains("checkout-service") || text.contains("orders-db"));
        assertThat(ours).noneMatch(text -> text.contains("billing-api") || text.contains("warehouse-db"));
        for (String table : TABLES) {
            long foreign = as(DemoCast.GLOBEX, () -> jdbc.sql("select count(*) from " + table + " where tenant_id <> ?")
                    .param(DemoCast.GLOBEX).query(Long.class).single());
            assertThat(foreign).as(table).isZero();
        }
    }

    @Test
    void theOpenOnesAreThePlansPoolAndAQuietCertificate() {
        List<String> open = as(DemoCast.ACME, () -> jdbc.sql("select severity || ' ' || service_name || ': ' || title from incidents where "
                + "state <> 'resolved' and title in ('Database connection pool exhausted', 'auth-service certificate expires in 9 days')")
                .query(String.class).list());
        assertThat(open).containsExactlyInAnyOrder("critical checkout-service: Database connection pool exhausted",
                "low auth-service: auth-service certificate expires in 9 days");
    }

    /** A cascade, a release, a false alarm, one with a tag and one that changed hands: whatever the story holds of them. */
    private static List<Episode> some(Story story) {
        var some = new LinkedHashMap<String, Episode>();
        for (Episode episode : story.episodes()) {
            some.putIfAbsent("cascade " + episode.shots().stream().anyMatch(shot -> !shot.service().equals(episode.service())), episode);
            episode.acts().forEach(act -> some.putIfAbsent(act.verb().name(), episode));
        }
        return some.values().stream().distinct().sorted(Comparator.comparing(Episode::start)).toList();
    }

    private Tenant tenant() {
        Organisation organisation = Organisation.found(installation, people);
        return organisation.as(() -> {
            var staff = new HashMap<String, Person>();
            names().forEach((email, name) -> staff.put(email, people.add(name, organisation.tenant() + email, "sre_engineer", Organisation.PASSWORD)));
            shop.build(Script.of("acme"));
            return new Tenant(organisation.tenant(), new IngestKey(organisation.tenant(), keys.create("Prometheus", random()), "Prometheus"), staff);
        });
    }

    private static String random() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        List.of("Ana", "Bo", "Eli").forEach(name -> names.put("@" + name.toLowerCase() + ".test", name));
        return names;
    }

    /** Every column as text; ids as a mark, since both ways draw their own. */
    private List<String> rows(Tenant tenant, String table) {
        String only = table.equals("audit_records") ? " where action ~ '^(incident|change)[.]' and timestamp < '" + NOW + "'" : "";
        List<Map<String, Object>> rows = as(tenant.id(), () -> jdbc.sql("select * from " + table + only).query().listOfRows());
        var texts = new ArrayList<String>();
        rows.forEach(row -> texts.add(ID.matcher(row.toString()).replaceAll("#")));
        return texts;
    }

    private long incidents(UUID tenant) {
        return as(tenant, () -> jdbc.sql("select count(*) from incidents").query(Long.class).single());
    }

    private List<String> texts(UUID tenant) {
        return as(tenant, () -> jdbc.sql("""
                select title || ' ' || service_name from incidents union all select text || coalesce(data ->> 'note', '') from timeline_entries
                union all select payload from receipts union all select summary from changes""").query(String.class).list());
    }

    private <T> T as(UUID tenant, Supplier<T> work) {
        return Actor.system(tenant, "test").call(() -> transaction.execute(status -> work.get()));
    }
}
