package com.srecopilot.catalog.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.srecopilot.catalog.CatalogDesk;
import com.srecopilot.incident.IncidentDraft;
import com.srecopilot.incident.IncidentService;
import com.srecopilot.incident.Severity;

class ServiceMapTests extends CatalogDesk {

    @Autowired
    private IncidentService incidents;

    @Test
    void theMapShowsWhoCallsWhomAndWhatFails() {
        call("checkout-service", "orders-db");
        call("orders-db", "checkout-service");
        call("<script>alert(1)</script>", "orders-db");
        organisation.as(() -> incidents.open(IncidentDraft.declared("Pool exhausted", "No connection is left", Severity.CRITICAL, "checkout-service")));
        String page = admin.get("/services/map").body();
        assertThat(page).contains("3 services, 3 calls", "class=\"map-box failing\"", "failing: 1 incident", "&lt;script&gt;", "calls orders-db")
                .doesNotContain("<script>alert", "style=");
        assertThat(page.split("class=\"map-call\"")).hasSize(4);
    }

    @Test
    void aMapAroundAServiceLeavesTheRestOut() {
        call("a", "b");
        call("c", "d");
        assertThat(admin.get("/services/map?around=a&zoom=7").body()).contains("2 services, 1 calls", "Around a");
        assertThat(admin.get("/services/map?around=nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void anEmptyCatalogAndATooLargeOneAreSaid() {
        assertThat(admin.get("/services/map").body()).contains("No services yet");
        organisation.as(() -> catalog.learn(IntStream.rangeClosed(1, 401).mapToObj(i -> "service-" + i).toList()));
        assertThat(admin.get("/services/map").body()).contains("Too many to draw at once");
        assertThat(admin.get("/services/map?around=service-7").body()).contains("1 services, 0 calls");
    }

    private void call(String caller, String callee) {
        organisation.as(() -> {
            catalog.learn(List.of(caller, callee));
            registry.dependsOn(caller, List.of(callee));
            return null;
        });
    }
}
