package com.srecopilot.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.srecopilot.RunningApp;
import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.Installation;
import com.srecopilot.identity.Organisation;
import com.srecopilot.identity.People;

@RunningApp
class CatalogTests {

    @LocalServerPort
    private int port;
    @Autowired
    private Installation installation;
    @Autowired
    private People people;
    @Autowired
    private Catalog catalog;
    @Autowired
    private Changes changes;
    @Autowired
    private Registry registry;
    private Organisation organisation;
    private Browsing admin;
    private String token;

    @BeforeEach
    void found() {
        organisation = Organisation.found(installation, people);
        admin = new Browsing(port);
        admin.signIn(organisation.admin(), Organisation.PASSWORD);
        String login = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(organisation.admin(), Organisation.PASSWORD);
        token = json(new Browsing(port).json("POST", "/api/v1/auth/login", login)).get("accessToken").stringValue();
    }

    @Test
    void aServiceIsRegisteredOnceAndDescribedAgain() {
        HttpResponse<String> created = api("POST", "/api/v1/services", "{\"name\":\"checkout-service\",\"tier\":\"1\",\"region\":\"eu-west\",\"owner\":\"payments\"}");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).hasValue("/api/v1/services/checkout-service");
        assertThat(json(created).get("owner").stringValue()).isEqualTo("payments");
        HttpResponse<String> again = api("POST", "/api/v1/services", "{\"name\":\"checkout-service\",\"tier\":\"2\"}");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).get("tier").stringValue()).isEqualTo("2");
        assertThat(json(again).get("region").stringValue()).isEqualTo("eu-west");
        assertThat(actions()).contains("service.create", "service.update");
    }

    @Test
    void dependenciesAreReplacedAndUnknownNamesLearned() {
        register("checkout-service");
        api("PUT", "/api/v1/services/checkout-service/dependencies", "{\"depends_on\":[\"orders-db\",\"cache\"]}");
        JsonNode service = json(api("PUT", "/api/v1/services/checkout-service/dependencies", "{\"depends_on\":[\"orders-db\",\"payment-service\"]}"));
        assertThat(service.get("depends_on").valueStream().map(JsonNode::stringValue)).containsExactly("orders-db", "payment-service");
        assertThat(organisation.as(() -> catalog.dependentsOf("orders-db"))).containsExactly("checkout-service");
        assertThat(organisation.as(() -> catalog.dependenciesOf("checkout-service"))).containsExactly("orders-db", "payment-service");
        assertThat(organisation.as(() -> catalog.edges())).contains(new Edge("checkout-service", "orders-db")).hasSize(2);
        assertThat(organisation.as(() -> catalog.find("cache")).orElseThrow().learned()).isTrue();
        assertThat(admin.get("/services/checkout-service").body()).contains("id=\"edge-orders-db\"", "payment-service");
        assertThat(admin.get("/services/orders-db").body()).contains("checkout-service");
        assertThat(api("PUT", "/api/v1/services/nobody/dependencies", "{\"depends_on\":[]}").statusCode()).isEqualTo(404);
        assertThat(api("PUT", "/api/v1/services/cache/dependencies", "{\"depends_on\":[\"cache\"]}").statusCode()).isEqualTo(400);
        assertThat(api("PUT", "/api/v1/services/cache/dependencies", "{\"depends_on\":\"cache\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void changesAreRecordedAndShownOnTheServicesPage() {
        HttpResponse<String> created = api("POST", "/api/v1/changes", """
                {"service":"checkout-service","kind":"deployment","version":"v1.2.3","previous_version":"v1.2.2","summary":"Keeps <b>connections</b>"}""");
        assertThat(created.statusCode()).isEqualTo(201);
        UUID id = UUID.fromString(json(created).get("id").stringValue());
        assertThat(json(created).get("actor").stringValue()).isEqualTo("Ana Ruiz");
        String page = admin.get("/services/checkout-service").body();
        assertThat(page).contains("id=\"change-" + id + "\"", "v1.2.3", "from v1.2.2", "Keeps &lt;b&gt;");
        Instant now = Instant.now();
        assertThat(organisation.as(() -> changes.between(List.of("checkout-service"), now.minus(Duration.ofHours(1)), now.plusSeconds(5)))).hasSize(1);
        assertThat(organisation.as(() -> changes.find(id))).isPresent();
        assertThat(json(api("GET", "/api/v1/changes?service=checkout-service", null)).get("total").intValue()).isEqualTo(1);
        assertThat(actions()).contains("change.create", "service.learn");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/api/v1/services|{\"name\":\"no spaces\"}|name", "/api/v1/services|{}|name", "/api/v1/services|{\"name\":{}}|name", "/api/v1/services|{\"name\":7}|name",
            "/api/v1/services|{\"name\":\"a\",\"tier\":\"5\"}|tier", "/api/v1/services|{\"name\":\"a\",\"runbook_url\":\"javascript:x\"}|runbook",
            "/api/v1/changes|{\"service\":\"a\",\"kind\":\"party\"}|kind", "/api/v1/changes|{\"service\":\"a\",\"kind\":\"deployment\",\"at\":\"9999-01-01T00:00:00Z\"}|at",
            "/api/v1/changes|{\"service\":\"a\",\"kind\":\"deployment\",\"url\":\"javascript:x\"}|url", "/api/v1/services|{|line 1"})
    void badValuesAreNamed(String path, String body, String words) {
        HttpResponse<String> answer = api("POST", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(words);
    }

    @Test
    void learningManyAtOnceFindsTheKnownAndCreatesTheRest() {
        List<String> names = IntStream.range(0, 500).mapToObj(i -> "service " + i).toList();
        UUID first = organisation.as(() -> catalog.learn("service 0"));
        Map<String, UUID> learned = organisation.as(() -> catalog.learn(names));
        assertThat(learned).hasSize(500).containsEntry("service 0", first);
        assertThat(organisation.as(() -> catalog.learn(names))).isEqualTo(learned);
    }

    @Test
    void aServiceIsAddedAndEditedByFormAndTheSecondEditorIsTold() {
        assertThat(admin.submit("/services/new", "/services", Map.of("name", "cart-service", "tier", "2", "owner", "shop", "dependsOn", "cache, orders-db")).statusCode())
                .isBetween(302, 303);
        UUID id = organisation.as(() -> catalog.find("cart-service")).orElseThrow().id();
        HttpResponse<String> wrong = admin.submit("/services/new", "/services", Map.of("name", "no spaces", "description", "kept text"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("letters, digits and hyphens", "kept text");
        String page = admin.get("/services/" + id + "/edit").body();
        assertThat(page).contains("cache, orders-db", "shop");
        var fields = Map.of("version", "9", "tier", "1", "owner", "shop", "dependsOn", "cache");
        assertThat(admin.submit("/services/" + id + "/edit", "/services/" + id, fields).statusCode()).isEqualTo(409);
        var viewer = new Browsing(port);
        viewer.signIn(organisation.viewer(), Organisation.PASSWORD);
        assertThat(viewer.get("/services").body()).contains("cart-service");
        assertThat(viewer.get("/services/new").statusCode()).isEqualTo(403);
    }

    @Test
    void theListIsFilteredAndPaged() {
        organisation.as(() -> catalog.learn(IntStream.range(0, 120).mapToObj(i -> "svc-%03d".formatted(i)).toList()));
        assertThat(admin.get("/services").body()).contains("svc-000", "svc-049", "50 of 120").doesNotContain("svc-050");
        assertThat(admin.get("/services?page=3").body()).contains("svc-119", "20 of 120");
        assertThat(admin.get("/services?q=SVC-11").body()).contains("svc-111", "10 of 10");
        assertThat(admin.get("/services?page=x").statusCode()).isEqualTo(400);
        JsonNode page = json(api("GET", "/api/v1/services?limit=100", null));
        assertThat(json(api("GET", "/api/v1/services?limit=100&cursor=" + page.get("next_cursor").stringValue(), null)).get("items")).hasSize(20);
    }

    @Test
    void tenantsKeepTheirServicesToThemselves() {
        register("api-gateway");
        Organisation other = Organisation.found(installation, people);
        assertThat(other.as(() -> catalog.find("api-gateway"))).isEmpty();
        var stranger = new Browsing(port);
        stranger.signIn(other.admin(), Organisation.PASSWORD);
        assertThat(stranger.get("/services/api-gateway").statusCode()).isEqualTo(404);
    }

    private void register(String name) {
        organisation.as(() -> registry.register(new ServiceForm(name, "1", "eu-west", "team", null, null)));
    }

    private List<String> actions() {
        return json(api("GET", "/api/v1/audit", null)).get("items").valueStream().map(each -> each.get("action").stringValue()).toList();
    }

    private HttpResponse<String> api(String method, String path, String body) {
        String bearer = "Bearer " + token;
        return body == null ? new Browsing(port).get(path, "Authorization", bearer) : new Browsing(port).json(method, path, body, "Authorization", bearer);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.builder().build().readTree(answer.body());
    }
}
