package com.srecopilot.incident.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.srecopilot.RunningApp;
import com.srecopilot.alert.AlertView;
import com.srecopilot.alert.ArrivedAlerts;
import com.srecopilot.alert.Sender;
import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.IngestKeys;
import com.srecopilot.identity.Installation;
import com.srecopilot.identity.Organisation;
import com.srecopilot.identity.People;
import com.srecopilot.incident.grouping.GroupingRules;
import com.srecopilot.incident.grouping.GroupingStore;
import com.srecopilot.incident.opening.IncidentOpening;
import com.srecopilot.stories.Processes;

/** The page of the grouping rules, and that a replay makes of stored alerts what they became when they came. */
@RunningApp
class LiveAndReplayTests {

    private static final Path SHARED = Path.of("../shared/data/storm");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant BEGUN = Instant.ofEpochSecond(Instant.now().getEpochSecond());
    private static final String PAGE = "/settings/grouping";
    private static final Map<String, String> FORM = Map.of("hops", "2", "window", "100", "perHop", "40", "inactivity", "100", "sameKey", "300",
            "together", "", "togetherFor", "60", "apart", "", "upstream", "0", "days", "1");

    @LocalServerPort
    private int port;
    @Autowired
    private Installation installation;
    @Autowired
    private People people;
    @Autowired
    private IngestKeys keys;
    @Autowired
    private IncidentOpening opening;
    @Autowired
    private ArrivedAlerts arrived;
    @Autowired
    private Replays replays;
    @Autowired
    private ReplayRun run;
    @Autowired
    private GroupingStore grouping;
    private Organisation organisation;
    private Sender sender;
    private Browsing admin;

    @BeforeEach
    void found() {
        organisation = Organisation.found(installation, people);
        sender = new Sender(port, organisation.as(() -> keys.create("prometheus")));
        admin = new Browsing(port);
        admin.signIn(organisation.admin(), Organisation.PASSWORD);
    }

    static boolean shared() {
        return Files.exists(SHARED);
    }

    @Test
    @EnabledIf("shared")
    void theSharedStormBecomesTheSameIncidentsLiveAndByReplay() throws IOException {
        describe(JSON.readTree(SHARED.resolve("topology.json").toFile()));
        for (String webhook : webhooks()) {
            sender.post("alertmanager", webhook);
            organisation.as(() -> opening.openForOutstanding());
        }
        List<AlertView> alerts = organisation.as(() -> arrived.since(Instant.EPOCH, null, 10_000)).stream().map(each -> each.alert()).toList();
        var placed = new HashMap<UUID, Integer>();
        Replay.Result result = organisation.as(() -> run.run(replays.get(replays.ask(GroupingRules.USUAL, 1)), placed::put));
        assertThat(alerts).hasSizeGreaterThan(500).allSatisfy(alert -> assertThat(alert.incident()).isNotNull());
        System.out.printf("shared storm: %d alerts, live %d incidents, replayed %d, missed %d%n", alerts.size(), result.today(), result.made(), result.missed());
        assertThat(result.made()).isEqualTo(result.today());
        assertThat(partition(alerts.stream().collect(Collectors.toMap(AlertView::id, AlertView::incident))))
                .isEqualTo(partition(placed));
    }

    @Test
    void aDraftIsReplayedThenUsedThenUndone() {
        sender.post("generic", "{\"title\":\"Slow\",\"service\":\"search\",\"severity\":\"low\"}");
        sender.post("generic", "{\"title\":\"Down\",\"service\":\"cart\",\"severity\":\"critical\"}");
        organisation.as(() -> opening.openForOutstanding());
        var draft = new HashMap<>(FORM);
        draft.put("quiet", "low");
        HttpResponse<String> answer = admin.submit(PAGE, PAGE + "/replays", draft);
        String page = answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        Processes.await("the replay is done", () -> admin.get(page).body().contains("Use this draft"));
        assertThat(admin.get(page).body()).contains("under the draft, 2 today", "1 of today", "INC-1");
        admin.submit(page, PAGE + "/versions", Map.of("replay", page.replaceFirst(".*/", "")));
        assertThat(organisation.as(grouping::rules).quiet()).containsExactly("low");
        HttpResponse<String> quiet = sender.post("generic", "{\"title\":\"Odd\",\"service\":\"mail\",\"severity\":\"low\"}");
        organisation.as(() -> opening.openForOutstanding());
        assertThat(admin.get("/api/v1/receipts/" + quiet.headers().firstValue("X-Receipt").orElseThrow()).body())
                .contains("severity-opens-none", "no incident", "join incidents here but open none");
        admin.submit(PAGE, PAGE + "/versions", Map.of("version", "0"));
        assertThat(organisation.as(grouping::current)).satisfies(now -> {
            assertThat(now.rules()).isEqualTo(GroupingRules.USUAL);
            assertThat(now.version()).isEqualTo(2);
            assertThat(now.restores()).isZero();
        });
        assertThat(admin.get("/audit").body()).contains("grouping.update");
    }

    @Test
    void whatIsDownstreamIsSuppressedWithItsReasonWhileTheCauseFiresAndCallsAfterwards() {
        describe(JSON.readTree("{\"calls\":[{\"caller\":\"checkout\",\"callee\":\"cart\"},{\"caller\":\"cart\",\"callee\":\"orders-db\"}],\"services\":[]}"));
        organisation.as(() -> {
            grouping.use(new GroupingRules(Duration.ofSeconds(100), Duration.ofSeconds(40), 2, Duration.ofSeconds(100), Duration.ofMinutes(5), List.of(),
                    Duration.ofHours(1), List.of(), Set.of(), Duration.ofHours(1)));
            return null;
        });
        sender.post("alertmanager", webhook("firing", "orders-db", 600));
        organisation.as(() -> opening.openForOutstanding());
        HttpResponse<String> answer = sender.post("alertmanager", webhook("firing", "checkout", 60));
        organisation.as(() -> opening.openForOutstanding());
        JsonNode checkout = alert("checkout");
        assertThat(checkout.get("status").stringValue()).isEqualTo("suppressed");
        assertThat(checkout.get("reason").stringValue()).isEqualTo("upstream orders-db is the cause: INC-1");
        assertThat(checkout.get("incident").isNull()).isTrue();
        assertThat(admin.get("/alerts").body()).contains("upstream orders-db is the cause: INC-1");
        assertThat(admin.get("/alerts/" + checkout.get("id").stringValue()).body()).contains("href=\"/incidents/1\"", "by upstream-is-the-cause");
        assertThat(admin.get("/incidents/1").body()).contains("downstream, suppressed while this fires");
        sender.post("alertmanager", webhook("resolved", "orders-db", 600));
        Processes.await("it has an incident", () -> !alert("checkout").get("incident").isNull());
        assertThat(alert("checkout").get("status").stringValue()).isEqualTo("firing");
        assertThat(admin.get("/api/v1/receipts/" + answer.headers().firstValue("X-Receipt").orElseThrow()).body())
                .contains("\"suppressed\"", "\"lifted\"", "upstream-is-the-cause-over", "\"grouped\"");
    }

    private JsonNode alert(String service) {
        return JSON.readTree(admin.get("/api/v1/alerts?service=" + service).body()).get("items").get(0);
    }

    private static String webhook(String status, String service, int secondsAgo) {
        Instant since = BEGUN.minusSeconds(secondsAgo);
        return Sender.webhook(status, service, since.toString(), status.equals("firing") ? "0001-01-01T00:00:00Z" : Instant.now().toString())
                .replace("checkout-service", service);
    }

    @Test
    void whatCannotBeIsSaidBesideItsField() {
        var draft = new HashMap<>(FORM);
        draft.putAll(Map.of("together", "not a=label", "days", "7"));
        assertThat(admin.submit(PAGE, PAGE + "/replays", draft)).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("id=\"together-error\"", "not a=label");
        });
        draft.putAll(Map.of("together", "", "days", "31"));
        assertThat(admin.submit(PAGE, PAGE + "/replays", draft).body()).contains("id=\"days-error\"");
    }

    private void describe(JsonNode topology) {
        var callees = new HashMap<String, Set<String>>();
        topology.get("calls").forEach(call -> callees.computeIfAbsent(call.get("caller").stringValue(), name -> new TreeSet<>()).add(call.get("callee").stringValue()));
        topology.get("services").forEach(service -> service.get("nodes")
                .forEach(node -> callees.computeIfAbsent(service.get("name").stringValue(), name -> new TreeSet<>()).add(node.stringValue())));
        String token = Browsing.token(admin.get(PAGE).body());
        callees.forEach((caller, called) -> {
            admin.json("POST", "/api/v1/services", "{\"name\":\"" + caller + "\",\"tier\":\"1\"}", "X-CSRF-TOKEN", token);
            HttpResponse<String> answer = admin.json("PUT", "/api/v1/services/" + caller + "/dependencies", JSON.writeValueAsString(Map.of("depends_on", called)),
                    "X-CSRF-TOKEN", token);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        });
    }

    private static List<String> webhooks() throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(SHARED.resolve("webhooks.jsonl.gz"))), StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> JSON.readTree(line).get("body").toString()).toList();
        }
    }

    private static <T> Collection<Set<UUID>> partition(Map<UUID, T> groups) {
        var members = new HashMap<T, Set<UUID>>();
        groups.forEach((alert, group) -> members.computeIfAbsent(group, each -> new TreeSet<>()).add(alert));
        return Set.copyOf(new ArrayList<>(members.values()));
    }
}
