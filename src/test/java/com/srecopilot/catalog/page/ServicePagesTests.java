package com.srecopilot.catalog.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.srecopilot.catalog.CatalogDesk;
import com.srecopilot.catalog.ChangeForm;
import com.srecopilot.catalog.Changes;
import com.srecopilot.catalog.ServiceForm;
import com.srecopilot.incident.IncidentDraft;
import com.srecopilot.incident.IncidentService;
import com.srecopilot.incident.Severity;

class ServicePagesTests extends CatalogDesk {

    @Autowired
    private Changes changes;
    @Autowired
    private IncidentService incidents;

    @BeforeEach
    void describe() {
        organisation.as(() -> registry.register(new ServiceForm("auth-service", "2", "us-east", "identity", null, null)));
        organisation.as(() -> registry.register(new ServiceForm("payment-service", "1", "eu-west", "payments", null, "https://wiki/pay")));
    }

    @Test
    void theWorstServiceComesFirstAndSaysWhy() {
        open("payment-service", Severity.HIGH);
        String page = admin.get("/services").body();
        assertThat(page.indexOf("payment-service")).isLessThan(page.indexOf("auth-service"));
        assertThat(page).contains("Failing", "1 incident", "Healthy", "no alerts in 24 h");
        assertThat(admin.get("/services?sort=name").body()).matches("(?s).*auth-service.*payment-service.*");
        assertThat(admin.get("/services/payment-service").body()).contains("Failing", "Payments fail", "https://wiki/pay");
        assertThat(admin.get("/services/auth-service").body()).contains("Healthy", "None is open");
    }

    @Test
    void filtersNarrowTheListAndCountWhatTheyWouldFind() {
        open("auth-service", Severity.LOW);
        assertThat(admin.get("/services?health=degraded").body()).contains("/services/auth-service\"").doesNotContain("/services/payment-service\"");
        assertThat(admin.get("/services?owner=payments&region=eu-west&tier=1").body()).contains("/services/payment-service\"", "1 of 1").doesNotContain("/services/auth-service\"");
        assertThat(admin.get("/services?region=none").body()).contains("No service fits these filters");
        assertThat(admin.get("/services?health=%3Cb%3E&tier=&owner=x").body()).contains("No service fits these filters");
    }

    @Test
    void anEditKeepsWhatWasTypedWhenAFieldIsWrong() {
        UUID id = organisation.as(() -> catalog.find("auth-service")).orElseThrow().id();
        String form = "/services/" + id + "/edit";
        HttpResponse<String> wrong = admin.submit(form, "/services/" + id, Map.of("version", "1", "runbooks", "no link here", "description", "Signs people in"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("runbooks-error", "no link here", "Signs people in");
        var right = Map.of("version", "1", "runbooks", "https://wiki/a Rotate the keys\nhttps://wiki/b", "dependsOn", "cache");
        assertThat(admin.submit(form, "/services/" + id, right).statusCode()).isBetween(302, 303);
        assertThat(admin.get("/services/auth-service").body()).contains("Rotate the keys", "href=\"https://wiki/b\"", "id=\"edge-cache\"");
    }

    @Test
    void changesArePaged() {
        IntStream.range(0, 30).forEach(i -> organisation.as(() -> changes.record(new ChangeForm("auth-service", "deployment", "v" + i, null, null, null, null))));
        String page = admin.get("/services/auth-service").body();
        assertThat(page).contains("v29", "25 of 30").doesNotContain(">v0<");
        String older = page.replaceAll("(?s).*href=\"(/services/[^\"]+\\?changes=[^\"]+)#changes\".*", "$1");
        assertThat(admin.get(older).body()).contains(">v0<", "5 of 30");
    }

    @Test
    void namesThatAreMarkupOrOtherPagesStayNames() {
        organisation.as(() -> catalog.learn(List.of("<script>alert(1)</script>", "map")));
        String page = admin.get("/services").body();
        assertThat(page).contains("&lt;script&gt;alert(1)", "/services?q=map").doesNotContain("<script>alert");
        UUID id = organisation.as(() -> catalog.find("map")).orElseThrow().id();
        assertThat(admin.get("/services/" + id).body()).contains("<h1>map</h1>");
    }

    private void open(String service, Severity severity) {
        organisation.as(() -> incidents.open(IncidentDraft.declared("Payments fail", "Cards are declined at random", severity, service)));
    }
}
