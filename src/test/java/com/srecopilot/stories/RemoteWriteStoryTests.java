package com.srecopilot.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.Organisation;
import com.srecopilot.telemetry.MetricSeries;
import com.srecopilot.telemetry.TelemetryDesk;

/** A real Prometheus that watches itself: it writes what it sees to the product, or the product asks it. */
class RemoteWriteStoryTests extends TelemetryDesk {

    private static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");

    @Test
    void whatPrometheusScrapesIsReadFromTheProductWithinSeconds() throws IOException {
        assumeTrue(Files.isExecutable(PROMETHEUS), "no prometheus here");
        Path folder = Files.createDirectories(Path.of("target/stories/remote-write"));
        try (var processes = new Processes(folder)) {
            int prometheus = Processes.freePort();
            Path config = Files.writeString(folder.resolve("prometheus.yml"), """
                    global: { scrape_interval: 1s }
                    scrape_configs:
                      - job_name: shop/watcher
                        static_configs: [ { targets: [ "127.0.0.1:%d" ] } ]
                    remote_write:
                      - url: http://localhost:%d/ingest/%s/api/v1/write
                        queue_config: { batch_send_deadline: 1s }
                    """.formatted(prometheus, port, key));
            Process process = processes.start("prometheus", PROMETHEUS.toString(), "--config.file=" + config,
                    "--storage.tsdb.path=" + Files.createTempDirectory("prometheus"), "--web.listen-address=127.0.0.1:" + prometheus);
            Processes.await("samples of two scrapes", Duration.ofSeconds(60), () -> samples("up") >= 2);
            assertThat(series("prometheus_tsdb_head_series")).singleElement().satisfies(each -> {
                assertThat(each.service()).isEqualTo("watcher");
                assertThat(each.labels()).containsEntry("instance", "127.0.0.1:" + prometheus);
                assertThat(each.values()[each.values().length - 1]).isPositive();
            });
            assertThat(all().size()).isGreaterThan(200);
            assertThat(Files.readString(folder.resolve("prometheus.log"))).doesNotContain("non-recoverable error");
            process.destroy();
        }
    }

    @Test
    void aPrometheusThatATenantNamesIsReadByItsQueryApi() throws IOException {
        assumeTrue(Files.isExecutable(PROMETHEUS), "no prometheus here");
        Path folder = Files.createDirectories(Path.of("target/stories/query-api"));
        try (var processes = new Processes(folder)) {
            int prometheus = Processes.freePort();
            Path config = Files.writeString(folder.resolve("prometheus.yml"), """
                    global: { scrape_interval: 1s }
                    scrape_configs: [ { job_name: watcher, static_configs: [ { targets: [ "127.0.0.1:%d" ] } ] } ]
                    """.formatted(prometheus));
            processes.start("prometheus", PROMETHEUS.toString(), "--config.file=" + config, "--storage.tsdb.path=" + Files.createTempDirectory("prometheus"),
                    "--web.listen-address=127.0.0.1:" + prometheus);
            Processes.await("a scrape", Duration.ofSeconds(60), () -> processes.get("http://127.0.0.1:" + prometheus + "/api/v1/query?query=up").contains("watcher"));
            var admin = new Browsing(port);
            admin.signIn(organisation.admin(), Organisation.PASSWORD);
            Map<String, String> form = Map.of("url", "http://127.0.0.1:" + prometheus + "/", "selectors", "{__name__=~\"up|prometheus_tsdb_head_series\"}");
            var tried = new LinkedHashMap<>(form);
            tried.put("test", "true");
            Processes.await("its answer", Duration.ofSeconds(30), () -> admin.submit("/settings/telemetry", "/settings/telemetry/prometheus", tried).body().contains("answers with 2 series of watcher"));
            assertThat(admin.submit("/settings/telemetry", "/settings/telemetry/prometheus", form).statusCode()).isBetween(302, 303);
            Processes.await("samples", Duration.ofSeconds(90), () -> samples("up") >= 1);
            Processes.await("the page tells", Duration.ofSeconds(30), () -> admin.get("/settings/telemetry").body().contains("Last read"));
        }
    }

    private List<MetricSeries> all() {
        return organisation.as(() -> telemetry.series(List.of("watcher"), now.minusSeconds(60), Instant.now().plusSeconds(60)));
    }

    private List<MetricSeries> series(String metric) {
        return all().stream().filter(each -> each.metric().equals(metric)).toList();
    }

    private int samples(String metric) {
        return series(metric).stream().mapToInt(each -> each.values().length).sum();
    }
}
