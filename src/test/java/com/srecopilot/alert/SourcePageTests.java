package com.srecopilot.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

/** What an integration's page shows of its sender, and does for it. */
class SourcePageTests extends Monitored {

    @Test
    void refusedPayloadsAreShownWithTheirReasonAndWithoutSecrets() {
        sender.post("generic", "{\"title\":\"fine\",\"api_key\":\"hush-hush\"}");
        sender.post("alertmanager", "{\"alerts\":7}");
        String page = admin.get("/settings/integrations/" + source()).body();
        assertThat(page).contains("alerts must be an array", "{&quot;alerts&quot;:7}", "•••").doesNotContain("hush-hush");
        assertThat(admin.get("/settings/integrations").body()).contains("/settings/integrations/" + source());
    }

    @Test
    void theTestAlertFiresAndResolves() {
        String page = "/settings/integrations/" + source();
        admin.submit(page, page + "/test-alert", Map.of());
        assertThat(alerts()).singleElement().satisfies(alert -> assertThat(alert.get("status").stringValue()).isEqualTo("firing"));
        admin.submit(page, page + "/test-alert", Map.of("_method", "delete"));
        assertThat(alerts()).singleElement().satisfies(alert -> assertThat(alert.get("status").stringValue()).isEqualTo("resolved"));
    }

    @Test
    void anotherOrganisationsSourceIsNotFound() {
        assertThat(admin.get("/settings/integrations/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    private UUID source() {
        return organisation.as(() -> keys.all().get(0).id());
    }
}
