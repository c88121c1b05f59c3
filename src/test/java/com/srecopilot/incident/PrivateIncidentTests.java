package com.srecopilot.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.Organisation;
import com.srecopilot.stories.LiveClient;
import com.srecopilot.stories.Processes;
import com.srecopilot.tenancy.Actor;

/** Lee works in the same organisation, may write incidents, and is let into none of the private ones. */
class PrivateIncidentTests extends Desk {

    private static final String SECRET = "Insider leaks the payroll";

    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transactions;
    private Browsing lee;
    private Browsing eve;
    private UUID leeId;
    private UUID eveId;
    private int number;

    @BeforeEach
    void aPrivateIncident() {
        lee = member("Lee Park", "sre_lead");
        eve = member("Eve Stone", "sre_engineer");
        leeId = organisation.as(() -> people.byEmail("lee" + domain()).orElseThrow().id());
        eveId = organisation.as(() -> people.byEmail("eve" + domain()).orElseThrow().id());
        number = declare(SECRET, "critical", "payroll-service");
        submit("/incidents/" + number + "/notes", Map.of("note", "It is Mallory"));
        upload("/incidents/" + number + "/evidence", Map.of("note", "secret"), "secret.log", "12:00:00 ERROR x".getBytes(StandardCharsets.UTF_8));
        post("/api/v1/incidents/" + number + "/status-updates", Map.of("state", "investigating", "text", "secret status"));
        assertThat(submit("/incidents/" + number + "/privacy", Map.of()).statusCode()).isEqualTo(303);
    }

    @Test
    void everyAddressOfItAnswersAsIfItWereNotThere() {
        String evidence = get("/api/v1/incidents/" + number + "/evidence").get("items").get(0).get("id").stringValue();
        String page = "/incidents/" + number;
        List<String> addresses = List.of(page, page + "?kind=comment.added", page + "/edit", page + "/export.md", page + "/export.pdf", page + "/export.json",
                page + "/evidence", page + "/evidence/" + evidence, page + "/evidence/" + evidence + "/file", page + "/evidence/" + evidence + "/preview",
                page + "/status-updates", "/incidents/INC-" + number, "/api/v1" + page, "/api/v1" + page + "/timeline", "/api/v1" + page + "/comments",
                "/api/v1" + page + "/alerts", "/api/v1" + page + "/evidence", "/api/v1" + page + "/evidence/" + evidence,
                "/api/v1" + page + "/evidence/" + evidence + "/content", "/api/v1" + page + "/status-updates", "/api/v1" + page + "/access",
                "/api/v1" + page + "/hypotheses", "/api/v1" + page + "/export.json");
        assertThat(addresses).allSatisfy(address -> {
            HttpResponse<String> answer = lee.get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(404);
            assertThat(answer.body()).as(address).doesNotContain(SECRET, "Mallory", "secret");
            assertThat(lee.get(address.replaceFirst("incidents/(INC-)?" + number, "incidents/99999")).statusCode()).as("as one that isn't there: " + address).isEqualTo(404);
        });
        assertThat(addresses.stream().filter(address -> !address.endsWith("/preview")).toList())
                .allSatisfy(address -> assertThat(ana.get(address).statusCode()).as("for its member: " + address).isEqualTo(200));
    }

    @Test
    void nothingCanBeDoneToItFromOutside() {
        String token = Browsing.token(lee.get("/incidents/new").body());
        String page = "/incidents/" + number;
        int other = declare("A public one", "low", "search-service");
        List<String> verbs = List.of("/resolution", "/investigation", "/assignment", "/notes", "/tags", "/severity", "/links", "/privacy", "/readers",
                "/status-updates", "/hypotheses");
        for (String verb : verbs) {
            var answer = lee.post(page + verb, token, Map.of("note", "x", "tag", "x", "severity", "low", "other", String.valueOf(other), "person", leeId.toString(),
                    "state", "resolved", "text", "x"));
            assertThat(answer.statusCode()).as(verb).isIn(404, 405);
        }
        assertThat(lee.post(page + "/privacy", token, Map.of("_method", "delete")).statusCode()).isEqualTo(404);
        assertThat(lee.post(page + "/readers/" + leeId, token, Map.of("_method", "delete")).statusCode()).isEqualTo(404);
        assertThat(lee.upload(page + "/evidence", token, Map.of("log", "x"), null, null).statusCode()).isEqualTo(404);
        assertThat(lee.post("/incidents/" + other + "/links", token, Map.of("other", String.valueOf(number))).body()).doesNotContain(SECRET);
        for (String path : List.of("", "/comments", "/status-updates", "/access", "/access/readers")) {
            String method = path.isEmpty() ? "PATCH" : path.equals("/access") ? "PUT" : "POST";
            var answer = lee.json(method, "/api/v1" + page + path, "{\"version\":0,\"state\":\"resolved\",\"text\":\"x\",\"private\":false,\"person\":\"" + leeId + "\"}", "X-CSRF-TOKEN", token);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
        }
        assertThat(incident(number).get("state").stringValue()).isEqualTo("detected");
        assertThat(get("/api/v1" + page + "/access").get("readers")).hasSize(1);
    }

    @Test
    void noListCountSearchOrMentionGivesItAway() {
        int other = declare("A public one", "low", "search-service");
        submit("/incidents/" + number + "/links", Map.of("other", String.valueOf(other)));
        alert("k", "firing", "payroll-service");
        for (String address : List.of("/", "/incidents", "/incidents?q=payroll", "/incidents?q=INC-" + number, "/search?q=payroll", "/search?q=" + number, "/services",
                "/services/payroll-service", "/alerts", "/api/v1/alerts", "/incidents/" + other, "/api/v1/incidents/" + other + "/timeline", "/audit",
                "/api/v1/audit", "/api/v1/incidents", "/api/v1/incidents?q=payroll")) {
            assertThat(lee.get(address).body()).as(address).doesNotContain(SECRET, "Insider", "INC-" + number + "<", "incident\":\"INC-" + number + "\"", "resource_id\":\"INC-" + number + "\"");
        }
        assertThat(json(lee.get("/api/v1/incidents?severity=critical")).get("total").intValue()).isZero();
        var found = lee.json("POST", "/api/v1/incidents/search", "{\"query\":\"insider\",\"aggregations\":[\"by_severity\"]}", "X-CSRF-TOKEN", Browsing.token(lee.get("/incidents/new").body()));
        assertThat(found.body()).doesNotContain("Insider", "critical");
        assertThat(ana.get("/incidents/" + number).body()).contains("A public one");
        assertThat(get("/api/v1/incidents?severity=critical").get("total").intValue()).isEqualTo(1);
    }

    @Test
    void onlyItsReadersListen() {
        JsonNode unused = get("/api/v1/incidents/" + number + "/access");
        assertThat(unused.get("private").booleanValue()).isTrue();
        String topic = "incident:" + number;
        assertThat(ana.get("/incidents/" + number).body()).contains("data-topics=\"" + topic + ":1,incidents\"");
        for (String guess : List.of(topic, topic + ":0", topic + ":1", topic + ":2")) {
            assertThat(lee.get("/live?topics=" + guess).statusCode()).as(guess).isEqualTo(403);
        }
        assertThat(ana.get("/live?topics=" + topic).statusCode()).isEqualTo(403);
    }

    @Test
    void listsFollowItForItsReadersAndShowNothingOfItToOthers() {
        submit("/incidents/" + number + "/readers", Map.of("person", eveId.toString()));
        try (var admin = listen(ana); var reader = listen(eve); var outsider = listen(lee)) {
            submit("/incidents/" + number + "/tags", Map.of("tag", "legal"));
            Processes.await("both have its row", () -> admin.hears(SECRET) && reader.hears("legal"));
            submit("/incidents/" + number + "/readers/" + eveId, Map.of("_method", "delete"));
            Processes.await("it leaves her list", () -> reader.hears("<i id=\"incident-" + number + "\" data-remove>"));
            submit("/incidents/" + number + "/tags", Map.of("tag", "board"));
            int open = declare("A public one", "low", "search-service");
            Processes.await("all have the public one", () -> List.of(admin, reader, outsider).stream().allMatch(each -> each.hears("incident-" + open)));
            assertThat(admin.hears("board")).isTrue();
            assertThat(reader.hears("board")).isFalse();
            assertThat(outsider.hears(SECRET)).isFalse();
            // That it leaves the list may still be on its way when an outsider begins to listen, and tells nothing.
            assertThat(outsider.events()).filteredOn(event -> event.data().contains("incident-" + number + "\"")).allMatch(event -> event.data().contains("data-remove"));
        }
    }

    @Test
    void itLeavesTheListsOfOthersWhenItIsMadePrivateAndComesBackWhenItIsOpened() {
        int other;
        try (var everybody = listen(lee)) {
            other = declare("Salaries were mailed", "low", "payroll-service");
            Processes.await("it was public at first", () -> everybody.hears("Salaries were mailed"));
        }
        try (var admin = listen(ana); var outsider = listen(lee)) {
            submit("/incidents/" + other + "/privacy", Map.of());
            Processes.await("it left", () -> outsider.hears("<i id=\"incident-" + other + "\" data-remove>") && admin.hears("Private"));
            assertThat(outsider.hears("Salaries were mailed")).isFalse();
            submit("/incidents/" + other + "/privacy", Map.of("_method", "delete"));
            Processes.await("it is back", () -> outsider.hears("Salaries were mailed"));
        }
        assertThat(lee.get("/live?topics=incidents:all").statusCode()).isEqualTo(403);
        assertThat(lee.get("/live?topics=incidents:" + leeId).statusCode()).as("only by the topic of all lists").isEqualTo(403);
    }

    private LiveClient listen(Browsing person) {
        return new LiveClient(port, "SRECOPILOT=" + person.cookie("SRECOPILOT").orElseThrow(), "incidents", null);
    }

    @Test
    void readersAreLetInAndShownOutAndTheAssigneeIsOneOfThem() {
        String page = "/incidents/" + number;
        submit(page + "/readers", Map.of("person", eveId.toString()));
        assertThat(eve.get(page).body()).contains(SECRET, "Private", "Eve Stone may read it");
        assertThat(eve.get("/incidents").body()).contains(SECRET);
        submit(page + "/readers/" + eveId, Map.of("_method", "delete"));
        assertThat(eve.get(page).statusCode()).isEqualTo(404);
        assertThat(ana.get(page).body()).contains("incident:" + number + ":2");
        submit(page + "/assignment", Map.of("person", leeId.toString()));
        assertThat(lee.get(page).statusCode()).isEqualTo(200);
        assertThat(submit(page + "/readers/" + leeId, Map.of("_method", "delete")).statusCode()).isBetween(400, 422);
        assertThat(submit(page + "/privacy", Map.of("_method", "delete")).statusCode()).isEqualTo(303);
        assertThat(eve.get(page).body()).contains(SECRET, "Opened to everybody");
        assertThat(timeline(number)).contains("access.changed: Made private", "access.changed: Eve Stone may no longer read it");
    }

    @Test
    void theDatabaseItselfHidesIt() {
        var actor = new Actor(organisation.tenant(), leeId, "Lee Park", null, Set.of("incidents:read", "incidents:write"), null, null, null);
        assertThat(actor.call(this::secretRows)).isEqualTo(0);
        assertThat(organisation.as(this::secretRows)).isEqualTo(1);
    }

    private int secretRows() {
        Integer count = transactions.execute(status -> jdbc.sql("select count(*) from incidents where title = ?").param(SECRET).query(Integer.class).single());
        return count;
    }

    private Browsing member(String name, String role) {
        String email = name.substring(0, 3).toLowerCase(Locale.ROOT) + domain();
        organisation.as(() -> people.add(name, email, role, Organisation.PASSWORD));
        var browsing = new Browsing(port);
        browsing.signIn(email, Organisation.PASSWORD);
        return browsing;
    }

    private String domain() {
        return organisation.admin().substring(organisation.admin().indexOf('@'));
    }
}
