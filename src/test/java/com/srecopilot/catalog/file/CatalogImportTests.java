package com.srecopilot.catalog.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.srecopilot.catalog.CatalogDesk;
import com.srecopilot.catalog.ServiceForm;
import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.Organisation;

class CatalogImportTests extends CatalogDesk {

    private static final String FILE = """
            services:
              - name: checkout-service
                tier: 1
                owner: payments
                runbooks: [https://wiki/pool Restart the pool]
                depends_on: [cache]
              - name: cart-service
                region: eu-west
            """;

    private String token;

    @BeforeEach
    void describe() {
        String login = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(organisation.admin(), Organisation.PASSWORD);
        token = json(new Browsing(port).json("POST", "/api/v1/auth/login", login)).get("accessToken").stringValue();
        organisation.as(() -> registry.register(new ServiceForm("cart-service", "2", "us-east", "shop", null, null)));
        organisation.as(() -> catalog.learn(List.of("<b>old</b>")));
    }

    @Test
    void aFileIsLookedAtBeforeItIsTakenOver() {
        String look = admin.submit("/services/yaml", "/services/yaml", Map.of("text", FILE)).body();
        assertThat(look).contains("1 created, 1 changed, 0 as before, 0 removed", "us-east", "1 services that the file doesn&#39;t mention stay", "cache");
        assertThat(organisation.as(() -> catalog.find("checkout-service"))).isEmpty();
        String seen = look.replaceAll("(?s).*name=\"seen\" value=\"([0-9a-f]+)\".*", "$1");
        assertThat(admin.submit("/services/yaml", "/services/yaml/import", Map.of("text", FILE, "seen", "0".repeat(64))).body()).contains("has changed since you looked");
        assertThat(admin.submit("/services/yaml", "/services/yaml/import", Map.of("text", FILE, "seen", seen)).statusCode()).isBetween(302, 303);
        assertThat(organisation.as(() -> catalog.find("cart-service")).orElseThrow().region()).isEqualTo("eu-west");
        assertThat(organisation.as(() -> catalog.find("cart-service")).orElseThrow().tier()).isEqualTo("2");
        assertThat(organisation.as(() -> catalog.find("<b>old</b>"))).isPresent();
        assertThat(admin.submit("/services/yaml", "/services/yaml", Map.of("text", FILE)).body()).contains("Nothing: every service");
        assertThat(read("/api/v1/audit").body()).contains("catalog.import", "service.create", "service.update", "service.dependencies");
    }

    @Test
    void problemsAreShownBesideTheTextThatStays() {
        HttpResponse<String> page = admin.submit("/services/yaml", "/services/yaml", Map.of("text", "services:\n  - name: <i>\n    tier: 9"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("line 3: tier is 1, 2, 3 or 4", "&lt;i&gt;").doesNotContain("<i>");
        assertThat(admin.submit("/services/yaml", "/services/yaml", Map.of("text", "services:\n  - name: two words")).body()).contains("line 2: the name of a new service");
    }

    @Test
    void whatIsExportedImportsAsNothingNew() {
        String exported = read("/api/v1/services.yaml").body();
        assertThat(exported).contains("name: cart-service", "tier: 2", "<b>old</b>");
        JsonNode answer = json(put("/api/v1/services.yaml?remove=true", exported.replace("name: <b>old</b>", "name: <b>old</b>\n    tier: 3")));
        assertThat(answer.get("unchanged").intValue()).isEqualTo(1);
        assertThat(answer.get("changed").get(0).stringValue()).isEqualTo("<b>old</b>");
        assertThat(answer.get("created")).isEmpty();
        assertThat(admin.get("/services/yaml/services.yaml").headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
    }

    @Test
    void servicesGoOnlyWhenAskedAndADryRunChangesNothing() {
        assertThat(json(put("/api/v1/services.yaml?remove=true&dry_run=true", FILE)).get("removed").get(0).stringValue()).isEqualTo("<b>old</b>");
        assertThat(organisation.as(() -> catalog.find("<b>old</b>"))).isPresent();
        put("/api/v1/services.yaml?remove=true", FILE);
        assertThat(organisation.as(() -> catalog.find("<b>old</b>"))).isEmpty();
        assertThat(organisation.as(() -> catalog.dependenciesOf("checkout-service"))).containsExactly("cache");
        HttpResponse<String> bad = put("/api/v1/services.yaml", "services:\n  - name: a\n    tier: 9");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(json(bad).get("errors").get(0).get("field").stringValue()).isEqualTo("line 3");
    }

    @Test
    void thoseWhoMayNotWriteMayExport() {
        var viewer = new Browsing(port);
        viewer.signIn(organisation.viewer(), Organisation.PASSWORD);
        assertThat(viewer.get("/services/yaml/services.yaml").statusCode()).isEqualTo(200);
        assertThat(viewer.submit("/services/yaml", "/services/yaml", Map.of("text", FILE)).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> put(String path, String yaml) {
        return new Browsing(port).json("PUT", path, yaml, "Authorization", "Bearer " + token);
    }

    private HttpResponse<String> read(String path) {
        return new Browsing(port).get(path, "Authorization", "Bearer " + token);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.builder().build().readTree(answer.body());
    }
}
