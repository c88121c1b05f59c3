package com.srecopilot.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import com.srecopilot.alert.Intake;
import com.srecopilot.catalog.ChangeForm;
import com.srecopilot.catalog.Changes;
import com.srecopilot.identity.IngestKey;
import com.srecopilot.identity.Person;
import com.srecopilot.incident.IncidentDetails;
import com.srecopilot.incident.IncidentService;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.incident.opening.IncidentOpening;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.ProductClock;

/** Plays a plot as it would have happened: the clock set back, the same services, the same people. */
@Component
@Profile("demo")
class DemoReplay {

    private final ProductClock clock;
    private final Changes changes;
    private final Intake intake;
    private final IncidentOpening opening;
    private final Incidents incidents;
    private final IncidentService lives;
    private final IncidentDetails details;
    private final JsonMapper json;

    DemoReplay(ProductClock clock, Changes changes, Intake intake, IncidentOpening opening, Incidents incidents,
            IncidentService lives, IncidentDetails details, JsonMapper json) {
        this.clock = clock;
        this.changes = changes;
        this.intake = intake;
        this.opening = opening;
        this.incidents = incidents;
        this.lives = lives;
        this.details = details;
        this.json = json;
    }

    /** From the cause to the last alert. @return the incident that it opened */
    IncidentView breakDown(DemoPlot plot, Instant start, IngestKey key) {
        DemoPlot.Change cause = plot.cause();
        if (cause != null) {
            Instant at = start.minus(Duration.ofMinutes(cause.before()));
            at(at, () -> changes.record(new ChangeForm(cause.service(), cause.kind(), cause.version(), cause.previous(), cause.summary(), null, at)));
        }
        plot.alerts().forEach(alert -> send(plot, alert, start, null, key));
        return incidents.openOfService(plot.service()).orElseThrow();
    }

    /** Somebody takes it, says what they see, and starts to investigate. */
    void investigate(IncidentView incident, DemoPlot plot, Person person, Instant start) {
        as(person, start.plusSeconds(150), () -> details.assign(incident.number(), person.id()));
        as(person, start.plusSeconds(180), () -> lives.investigate(incident.number(), plot.words().isEmpty() ? null : plot.words().get(0)));
        for (int i = 1; i < plot.words().size(); i++) {
            String words = plot.words().get(i);
            as(person, start.plusSeconds(180 + i * 240L), () -> details.note(incident.number(), words));
        }
    }

    /** The alerts recover, and the person says what it was. */
    void recover(IncidentView incident, DemoPlot plot, Person person, Instant start, Instant end, IngestKey key) {
        plot.alerts().forEach(alert -> send(plot, alert, start, end.minusSeconds(90), key));
        as(person, end, () -> lives.resolve(incident.number(), plot.fix()));
    }

    private void send(DemoPlot plot, DemoPlot.Alert alert, Instant start, Instant end, IngestKey key) {
        Instant firedAt = start.plusSeconds(alert.after());
        at(end == null ? firedAt : end, () -> {
            intake.accept(key, "alertmanager", body(plot, alert, firedAt, end));
            return opening.openForOutstanding();
        });
    }

    private byte[] body(DemoPlot plot, DemoPlot.Alert alert, Instant firedAt, Instant endedAt) {
        String status = endedAt == null ? "firing" : "resolved";
        Map<String, String> labels = Map.of("alertname", alert.name(), "service", plot.service(), "severity", plot.severity());
        Map<String, Object> one = Map.of("status", status, "labels", labels, "annotations", Map.of("summary", alert.summary()),
                "startsAt", firedAt.toString(), "endsAt", endedAt == null ? "0001-01-01T00:00:00Z" : endedAt.toString(),
                "generatorURL", "", "fingerprint", Integer.toHexString((alert.name() + plot.service()).hashCode()));
        return json.writeValueAsString(Map.of("version", "4", "status", status, "groupKey", "{}:{service=\"" + plot.service() + "\"}",
                "receiver", "sre-copilot", "alerts", new Object[] {one})).getBytes(StandardCharsets.UTF_8);
    }

    private <T> T at(Instant moment, Supplier<T> work) {
        return clock.at(moment, work);
    }

    private void as(Person person, Instant moment, Runnable work) {
        Actor current = Actor.current();
        var actor = new Actor(current.tenant(), person.id(), person.name(), person.email(), current.permissions(), null, null, null);
        clock.at(moment, () -> {
            actor.run(work);
            return null;
        });
    }
}
