package com.srecopilot.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;

import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.Organisation;
import com.srecopilot.telemetry.MetricSeries;
import com.srecopilot.telemetry.TelemetryDesk;
import com.srecopilot.telemetry.receiver.PrometheusWriter;

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
            Processes.await("samples of two scrapes", () -> samples("up") >= 2);
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

    /** A target that shows a histogram as only protobuf can, which grows with each scrape by ten waits of about 0.7 s. */
    private static HttpServer target() throws IOException {
        var scrapes = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/metrics", exchange -> {
            long count = 10L * scrapes.incrementAndGet();
            byte[] family = PrometheusWriter.message(out -> {
                out.writeString(1, "wait_seconds");
                out.writeEnum(3, 4);
                out.writeByteArray(4, PrometheusWriter.message(metric -> metric.writeByteArray(7, PrometheusWriter.message(histogram -> {
                    histogram.writeUInt64(1, count);
                    histogram.writeDouble(2, 0.7 * count);
                    histogram.writeSInt32(5, 3);
                    histogram.writeDouble(6, 1e-9);
                    histogram.writeUInt64(7, 0);
                    histogram.writeByteArray(12, PrometheusWriter.message(span -> {
                        span.writeSInt32(1, -4);
                        span.writeUInt32(2, 1);
                    }));
                    histogram.writeSInt64(13, count);
                }))));
            });
            byte[] body = PrometheusWriter.message(out -> out.writeByteArrayNoTag(family));
            exchange.getResponseHeaders().set("Content-Type", "application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void nativeHistogramsOfARealPrometheusArriveWithTheirQuantiles() throws IOException {
        assumeTrue(Files.isExecutable(PROMETHEUS), "no prometheus here");
        Path folder = Files.createDirectories(Path.of("target/stories/native-histograms"));
        HttpServer target = target();
        try (var processes = new Processes(folder)) {
            Path config = Files.writeString(folder.resolve("prometheus.yml"), """
                    global: { scrape_interval: 1s }
                    scrape_configs: [ { job_name: watcher, static_configs: [ { targets: [ "127.0.0.1:%d" ] } ] } ]
                    remote_write:
                      - url: http://localhost:%d/ingest/%s/api/v1/write
                        send_native_histograms: true
                        queue_config: { batch_send_deadline: 1s }
                    """.formatted(target.getAddress().getPort(), port, key));
            processes.start("prometheus", PROMETHEUS.toString(), "--config.file=" + config, "--enable-feature=native-histograms",
                    "--storage.tsdb.path=" + Files.createTempDirectory("prometheus"), "--web.listen-address=127.0.0.1:" + Processes.freePort());
            Processes.await("quantiles", () -> samples("wait_seconds") >= 6);
            assertThat(series("wait_seconds")).hasSize(3).allSatisfy(each -> assertThat(java.util.Arrays.stream(each.values())).allMatch(value -> value > 0.64 && value < 0.71));
            assertThat(samples("wait_seconds_count")).isGreaterThan(2);
            assertThat(Files.readString(folder.resolve("prometheus.log"))).doesNotContain("non-recoverable error");
        } finally {
            target.stop(0);
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
            Processes.await("a scrape", () -> processes.get("http://127.0.0.1:" + prometheus + "/api/v1/query?query=up").contains("watcher"));
            var admin = new Browsing(port);
            admin.signIn(organisation.admin(), Organisation.PASSWORD);
            Map<String, String> form = Map.of("url", "http://127.0.0.1:" + prometheus + "/", "selectors", "{__name__=~\"up|prometheus_tsdb_head_series\"}");
            var tried = new LinkedHashMap<>(form);
            tried.put("test", "true");
            Processes.await("its answer", () -> admin.submit("/settings/telemetry", "/settings/telemetry/prometheus", tried).body().contains("answers with 2 series of watcher"));
            assertThat(admin.submit("/settings/telemetry", "/settings/telemetry/prometheus", form).statusCode()).isBetween(302, 303);
            Processes.await("samples", () -> samples("up") >= 1);
            Processes.await("the page tells", () -> admin.get("/settings/telemetry").body().contains("Last read"));
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
