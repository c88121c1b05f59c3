package com.srecopilot.hypothesis.observed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.srecopilot.RunningApp;
import com.srecopilot.alert.Intake;
import com.srecopilot.catalog.Registry;
import com.srecopilot.catalog.ServiceForm;
import com.srecopilot.hypothesis.Hypotheses;
import com.srecopilot.hypothesis.HypothesisView;
import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.IngestKey;
import com.srecopilot.identity.IngestKeys;
import com.srecopilot.identity.Installation;
import com.srecopilot.identity.Organisation;
import com.srecopilot.identity.People;
import com.srecopilot.incident.IncidentDraft;
import com.srecopilot.incident.IncidentService;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.incident.Severity;
import com.srecopilot.stories.Processes;
import com.srecopilot.telemetry.MetricDraft;
import com.srecopilot.telemetry.SampleStore;
import com.srecopilot.tenancy.ProductClock;

import static org.assertj.core.api.Assertions.assertThat;

/** An incident of an organisation whose services send metrics: its causes rest on them. */
@RunningApp
class MeasuredIncidentTests {


    @LocalServerPort
    private int port;
    @Autowired
    private Installation installation;
    @Autowired
    private People people;
    @Autowired
    private IngestKeys keys;
    @Autowired
    private Intake intake;
    @Autowired
    private Registry registry;
    @Autowired
    private SampleStore samples;
    @Autowired
    private Hypotheses hypotheses;
    @Autowired
    private Incidents incidents;
    @Autowired
    private IncidentService lives;
    @Autowired
    private ProductClock clock;
    private Organisation organisation;
    private final Instant now = Instant.now();

    @BeforeEach
    void aShopThatMeasures() {
        organisation = Organisation.found(installation, people);
        organisation.as(() -> {
            List.of("checkout", "orders-db", "cart").forEach(name -> registry.register(new ServiceForm(name, null, null, null, null, null)));
            registry.dependsOn("checkout", List.of("orders-db", "cart"));
            List<MetricDraft> drafts = new ArrayList<>();
            List.of("checkout", "orders-db", "cart").forEach(service -> drafts.add(cpu(service, service.equals("orders-db") ? 92 : 11)));
            return samples.write(drafts);
        });
    }

    /** Every 15 s for 25 minutes; the last three of them at another level. */
    private MetricDraft cpu(String service, double after) {
        long[] millis = LongStream.rangeClosed(-100, 0).map(i -> now.toEpochMilli() + i * 15_000).toArray();
        double[] values = IntStream.range(0, millis.length).mapToDouble(i -> (i > 88 ? after : 10) + i % 3 * 0.2).toArray();
        return new MetricDraft("process_cpu_percent", service, new TreeMap<>(), "", millis, values);
    }

    @Test
    void theMetricThatGivesTheCauseAwayIsShownWithItsChangePointAndOpens() {
        IncidentView incident = alerted(now.minusSeconds(90));
        HypothesisView first = first(incident);

        assertThat(first.service()).isEqualTo("orders-db");
        assertThat(first.claim()).startsWith("orders-db: process_cpu_percent went from 10.20 to 92.20, since ");
        assertThat(first.evidence().get(0).chart().at()).isBetween(now.minusSeconds(12 * 15), now.minusSeconds(10 * 15));

        Browsing ana = new Browsing(port);
        ana.signIn(organisation.admin(), Organisation.PASSWORD);
        assertThat(ana.get("/incidents/" + incident.number()).body()).contains("class=\"sparkline\"", "the line marks when it moved");
        String page = ana.get(first.evidence().get(0).url()).body();
        assertThat(page).contains("What was measured of orders-db", "moved here", "class=\"series\"", first.claim());
        assertThat(ana.get("/incidents/" + incident.number() + "/hypotheses/charts?service=nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void anAlertThatComesBeforeAnySampleAfterItIsExplainedByThoseBefore() {
        HypothesisView first = first(alerted(Instant.now()));
        assertThat(first.claim()).startsWith("orders-db: process_cpu_percent went from");
        assertThat(first.evidence()).extracting(fact -> fact.text()).noneMatch(text -> text.contains("ended"));
    }

    /** Mail failed in the same way for twelve minutes before; that is no usual level of it. */
    @Test
    void whatWasMeasuredDuringAnotherIncidentDoesNotCountAsUsual() {
        organisation.as(() -> {
            registry.register(new ServiceForm("mail", null, null, null, null, null));
            registry.dependsOn("checkout", List.of("orders-db", "cart", "mail"));
            long[] millis = LongStream.rangeClosed(-100, 0).map(i -> now.toEpochMilli() + i * 15_000).toArray();
            double[] values = IntStream.range(0, millis.length).mapToDouble(i -> (i > 88 || i > 20 && i < 68 ? 92 : 10) + i % 3 * 0.2).toArray();
            return samples.write(List.of(new MetricDraft("process_cpu_percent", "mail", new TreeMap<>(), "", millis, values)));
        });
        int earlier = at(20, () -> lives.open(IncidentDraft.declared("Mail is slow", "", Severity.HIGH, "mail")).number());
        at(7, () -> {
            lives.resolve(earlier, null);
            return null;
        });

        IncidentView incident = alerted(now.minusSeconds(90));
        first(incident);
        assertThat(organisation.as(() -> hypotheses.of(incident.number())).items()).extracting(HypothesisView::service).contains("mail");
    }

    private <T> T at(int minutesAgo, Supplier<T> work) {
        return clock.at(now.minusSeconds(60L * minutesAgo), () -> organisation.as(work));
    }

    private IncidentView alerted(Instant startsAt) {
        IngestKey key = keys.resolve(organisation.as(() -> keys.create("test"))).orElseThrow();
        String body = "{\"title\":\"High error rate\",\"service\":\"checkout\",\"severity\":\"critical\",\"starts_at\":\"%s\"}".formatted(startsAt);
        assertThat(intake.accept(key, "generic", body.getBytes(StandardCharsets.UTF_8)).refusal()).isNull();
        return opened();
    }

    private HypothesisView first(IncidentView incident) {
        Processes.await("the engine has looked", () -> organisation.as(() -> hypotheses.of(incident.number())).finishedAt() != null);
        return organisation.as(() -> hypotheses.of(incident.number())).items().get(0);
    }

    private IncidentView opened() {
        Processes.await("an incident is open", () -> organisation.as(() -> incidents.openOfService("checkout")).isPresent());
        return organisation.as(() -> incidents.openOfService("checkout")).orElseThrow();
    }
}
