package com.srecopilot.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.srecopilot.stories.Processes;

/** What the rooms above build on. */
class AlertsTests extends Monitored {

    private static final Instant TEN = Instant.parse("2026-03-05T10:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2026-03-05T11:00:00Z");

    @Autowired
    private Alerts alerts;

    @Test
    void whatFiredGetsAnIncidentAlsoWhenItIsOverAlready() {
        sender.post("alertmanager", Sender.firing("late", ELEVEN.toString()));
        sender.post("alertmanager", Sender.firing("early", TEN.toString()));
        sender.post("alertmanager", Sender.resolved("early", TEN.toString(), "2026-03-05T10:01:00Z"));
        Processes.await("an incident took both", () -> organisation.as(() -> alerts.unassigned(10)).isEmpty());
        assertThat(alerts()).extracting(alert -> alert.get("incident").stringValue()).as("an hour apart, two causes").containsExactlyInAnyOrder("INC-1", "INC-2");
    }

    @Test
    void whatWasOverBeforeItsFiringArrivedNeverWaits() {
        sender.post("alertmanager", Sender.resolved("f", TEN.toString(), ELEVEN.toString()));
        sender.post("alertmanager", Sender.firing("f", TEN.toString()));
        assertThat(organisation.as(() -> alerts.unassigned(10))).isEmpty();
        assertThat(organisation.as(() -> alerts.firingCount())).isZero();
    }

    @Test
    void anAlertStaysInTheIncidentThatTookItFirst() {
        sender.post("alertmanager", Sender.firing("f", TEN.toString()));
        UUID id = organisation.as(() -> alerts.unassigned(10)).get(0).id();
        attach(List.of(id), "INC-1");
        attach(List.of(id), "INC-2");
        assertThat(organisation.as(() -> alerts.unassigned(10))).isEmpty();
        assertThat(organisation.as(() -> alerts.ofIncident("INC-1"))).extracting(AlertView::id).containsExactly(id);
        assertThat(organisation.as(() -> alerts.ofIncident("INC-2"))).isEmpty();
        assertThat(organisation.as(() -> alerts.find(List.of(id)))).extracting(AlertView::incident, AlertView::incidentPath).containsExactly(org.assertj.core.groups.Tuple.tuple("INC-1", "/incidents/1"));
    }

    @Test
    void earlierIncidentsAreFoundByTheDedupKeysOfTheirAlerts() {
        sender.post("alertmanager", Sender.firing("f", TEN.toString()));
        attach(organisation.as(() -> alerts.unassigned(10)).stream().map(AlertView::id).toList(), "INC-1");
        sender.post("alertmanager", Sender.resolved("f", TEN.toString(), "2026-03-05T10:30:00Z"));
        sender.post("alertmanager", Sender.firing("f", ELEVEN.toString()));
        attach(organisation.as(() -> alerts.unassigned(10)).stream().map(AlertView::id).toList(), "INC-2");
        assertThat(organisation.as(() -> alerts.incidentsOf(List.of("f", "g"), TEN.minusSeconds(1)))).containsExactly("INC-2", "INC-1");
        assertThat(organisation.as(() -> alerts.incidentsOf(List.of("f"), TEN.plusSeconds(1)))).containsExactly("INC-2");
    }

    @Test
    void firingWithinAWindowIncludesWhatIsOverByNow() {
        sender.post("alertmanager", Sender.firing("f", TEN.toString()));
        sender.post("alertmanager", Sender.resolved("f", TEN.toString(), "2026-03-05T10:30:00Z"));
        var services = List.of("checkout-service", "cache");
        assertThat(organisation.as(() -> alerts.firing(services, TEN.plusSeconds(60), ELEVEN))).hasSize(1);
        assertThat(organisation.as(() -> alerts.firing(services, TEN.minusSeconds(60), TEN.minusSeconds(1)))).isEmpty();
        assertThat(organisation.as(() -> alerts.firing(services, ELEVEN, ELEVEN.plusSeconds(60)))).isEmpty();
        assertThat(organisation.as(() -> alerts.firing(List.of("cache"), TEN, ELEVEN))).isEmpty();
    }

    @Test
    void countsWhatFiresByService() {
        sender.post("alertmanager", Sender.firing("f", TEN.toString()));
        sender.post("alertmanager", Sender.firing("g", TEN.toString()));
        sender.post("generic", "{\"title\":\"no service\"}");
        assertThat(organisation.as(() -> alerts.firingByService())).isEqualTo(Map.of("checkout-service", 2L, "", 1L));
        assertThat(organisation.as(() -> alerts.firingCount())).isEqualTo(3);
    }

    private void attach(List<UUID> ids, String incident) {
        organisation.as(() -> {
            alerts.attach(ids.stream().map(id -> new Alerts.Attachment(id, incident, "incident", "test")).toList());
            return null;
        });
    }
}
