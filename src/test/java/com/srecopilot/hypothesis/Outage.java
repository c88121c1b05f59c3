package com.srecopilot.hypothesis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.springframework.beans.factory.BeanFactory;

import com.srecopilot.alert.Intake;
import com.srecopilot.catalog.ChangeForm;
import com.srecopilot.catalog.Changes;
import com.srecopilot.catalog.Registry;
import com.srecopilot.catalog.ServiceForm;
import com.srecopilot.identity.IngestKey;
import com.srecopilot.identity.IngestKeys;
import com.srecopilot.identity.Installation;
import com.srecopilot.identity.Organisation;
import com.srecopilot.identity.People;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.stories.Processes;

import static org.assertj.core.api.Assertions.assertThat;

/** Something breaks in an organisation of its own, told through the doors that the product has for it. */
class Outage {


    final Incidents incidents;
    final Hypotheses hypotheses;
    private final Installation installation;
    private final People people;
    private final IngestKeys keys;
    private final Intake intake;
    private final Registry registry;
    private final Changes changes;
    Organisation organisation;
    private IngestKey key;

    Outage(BeanFactory app) {
        incidents = app.getBean(Incidents.class);
        hypotheses = app.getBean(Hypotheses.class);
        installation = app.getBean(Installation.class);
        people = app.getBean(People.class);
        keys = app.getBean(IngestKeys.class);
        intake = app.getBean(Intake.class);
        registry = app.getBean(Registry.class);
        changes = app.getBean(Changes.class);
    }

    Organisation begin() {
        organisation = Organisation.found(installation, people);
        key = keys.resolve(as(() -> keys.create("test"))).orElseThrow();
        return organisation;
    }

    <T> T as(Supplier<T> work) {
        return organisation.as(work);
    }

    void calls(String caller, String... callees) {
        as(() -> {
            List.of(callees).forEach(this::register);
            register(caller);
            registry.dependsOn(caller, List.of(callees));
            return null;
        });
    }

    private void register(String service) {
        registry.register(new ServiceForm(service, null, null, null, null, null));
    }

    void deployed(String service, String version, Duration ago) {
        as(() -> changes.record(new ChangeForm(service, "deployment", version, null, null, null, Instant.now().minus(ago))));
    }

    /** Both services of a call were deployed lately, and the caller fires. @return the incident, once both deployments are suspected */
    int twoSuspects() {
        calls("checkout-service", "orders-db");
        deployed("checkout-service", "v1.2.3", Duration.ofMinutes(6));
        deployed("orders-db", "v18", Duration.ofMinutes(20));
        fires("checkout-service", "High error rate");
        int number = incidentOn("checkout-service").number();
        awaitHypotheses(number, view -> view.items().size() == 2);
        return number;
    }

    void fires(String service, String title) {
        String body = "{\"title\":\"%s\",\"service\":\"%s\",\"severity\":\"critical\",\"starts_at\":\"%s\"}"
                .formatted(title, service, Instant.now());
        assertThat(intake.accept(key, "generic", body.getBytes(StandardCharsets.UTF_8)).refusal()).isNull();
    }

    void recovers(String service, String title) {
        String body = "{\"title\":\"%s\",\"service\":\"%s\",\"severity\":\"critical\",\"status\":\"resolved\"}".formatted(title, service);
        assertThat(intake.accept(key, "generic", body.getBytes(StandardCharsets.UTF_8)).refusal()).isNull();
    }

    /** Waits for the incident that alerts of a service have opened. */
    IncidentView incidentOn(String service) {
        Processes.await("an incident on " + service, () -> as(() -> incidents.openOfService(service)).isPresent());
        return as(() -> incidents.openOfService(service)).orElseThrow();
    }

    void again(int number) {
        as(() -> {
            hypotheses.generate(number);
            return null;
        });
    }

    HypothesesView of(int number) {
        return as(() -> hypotheses.of(number));
    }

    /** Waits until the engine has looked and something holds of what it found. */
    HypothesesView awaitHypotheses(int number, Predicate<HypothesesView> that) {
        Processes.await("hypotheses on INC-" + number, () -> of(number).finishedAt() != null && that.test(of(number)));
        return of(number);
    }
}
