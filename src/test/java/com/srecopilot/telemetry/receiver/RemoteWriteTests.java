package com.srecopilot.telemetry.receiver;

import static com.srecopilot.telemetry.receiver.PrometheusWriter.line;
import static com.srecopilot.telemetry.receiver.PrometheusWriter.packed;
import static com.srecopilot.telemetry.receiver.PrometheusWriter.post;
import static com.srecopilot.telemetry.receiver.PrometheusWriter.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;

import com.srecopilot.telemetry.MetricSeries;
import com.srecopilot.telemetry.TelemetryDesk;

class RemoteWriteTests extends TelemetryDesk {

    private static final double STALE = Double.longBitsToDouble(0x7ff0000000000002L);
    private static final int BENCH_SERIES = 2_000;
    private final long at = now.toEpochMilli();
    @Autowired
    private Doorkeeper doorkeeper;

    private List<MetricSeries> kept(String service) {
        return organisation.as(() -> telemetry.series(List.of(service), now.minusSeconds(3_600), now.plusSeconds(3_600)));
    }

    @Test
    void aSeriesBelongsToTheServiceThatItsLabelsNameElseToItsJob() {
        var answer = write(port, key, line("up", "service=cart,job=kube/pods", new long[] {at}, 1), line("up", "job=shop/payment,instance=a:1", new long[] {at}, 1),
                line("container_cpu_usage_seconds_total", "job=cadvisor,container=search", new long[] {at}, 5), line("x", "a=b", new long[] {at}, 1));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(answer.headers().firstValue("X-Prometheus-Remote-Write-Samples-Written")).hasValue("4");
        assertThat(kept("cart")).extracting(MetricSeries::metric).containsExactly("up");
        assertThat(kept("payment").get(0).labels()).containsEntry("instance", "a:1").doesNotContainKey("__name__");
        assertThat(kept("search").get(0).counter()).isTrue();
        assertThat(kept("unknown")).hasSize(1);
    }

    @Test
    void lateDuplicateAndStaleSamplesAreFine() {
        assertThat(write(port, key, line("up", "job=a", new long[] {at, at - 15_000}, 1, 2)).statusCode()).isEqualTo(204);
        assertThat(write(port, key, line("up", "job=a", new long[] {at, at - 600_000, at + 15_000}, 1, 3, STALE)).statusCode()).isEqualTo(204);
        assertThat(kept("a").get(0).values()).containsExactly(3, 2, 1);
    }

    @Test
    void badSeriesAreRefusedWithTheReasonAndTheGoodOnesBesideThemKept() {
        String pairs = IntStream.range(0, 70).mapToObj(i -> "l" + i + "=v").reduce((a, b) -> a + "," + b).orElseThrow();
        var answer = write(port, key, line("up", "job=good", new long[] {at}, 1), line("", "job=b", new long[] {at}, 1), line("up", pairs, new long[] {at}, 1),
                line("up", "job=good,x=" + "y".repeat(3_000), new long[] {at}, 1), line("up", "job=good", new long[] {0L, at + 90_000_000L}, 1, 1));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("a series has no name", "more than 64 labels", "longer than 200 characters", "1 refused: older than what is kept", "1 refused: in the future");
        assertThat(kept("good").get(0).values()).containsExactly(1);
    }

    @Test
    void theSecondProtocolIsUnderstoodToo() {
        byte[] body = packed(PrometheusWriter.second(List.of(line("cpu", "service=<script>alert(1)</script>", new long[] {at}, 0.5)), "seconds"));
        var answer = post(port, "/ingest/" + key + "/api/v1/write", body, "Content-Encoding", "snappy", "Content-Type", "application/x-protobuf;proto=io.prometheus.write.v2.Request");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(kept("<script>alert(1)</script>").get(0).unit()).isEqualTo("seconds");
    }

    private static PrometheusWriter.Part histogram(long millis, int schema, long... deltas) {
        return out -> {
            out.writeUInt64(1, 10);
            out.writeDouble(3, 2.5);
            out.writeSInt32(4, schema);
            out.writeByteArray(11, PrometheusWriter.message(span -> {
                span.writeSInt32(1, -8);
                span.writeUInt32(2, deltas.length);
            }));
            out.writeByteArray(12, PrometheusWriter.message(packed -> {
                for (long delta : deltas) {
                    packed.writeSInt64NoTag(delta);
                }
            }));
            out.writeInt64(15, millis);
            if (schema == -53) {
                out.writeByteArray(16, PrometheusWriter.message(packed -> {
                    packed.writeDoubleNoTag(0.1);
                    packed.writeDoubleNoTag(1);
                }));
            }
        };
    }

    private HttpResponse<String> histograms(boolean second, PrometheusWriter.Part... parts) {
        byte[] body = packed(PrometheusWriter.histograms(second, "job=shop", parts));
        return post(port, "/ingest/" + key + "/api/v1/write", body, "Content-Encoding", "snappy", "Content-Type", "application/x-protobuf" + (second ? ";proto=io.prometheus.write.v2.Request" : ""));
    }

    private double quantile(String share) {
        return kept("shop").stream().filter(each -> share.equals(each.labels().get("quantile"))).findFirst().orElseThrow().values()[0];
    }

    @Test
    void nativeHistogramsAreKeptAsCountSumAndTheQuantilesOfWhatCameSince() {
        for (boolean second : new boolean[] {false, true}) {
            long then = second ? at - 60_000 : at - 300_000;
            assertThat(histograms(second, histogram(then, 3, 5, 0)).statusCode()).isEqualTo(204);
            var answer = histograms(second, histogram(then + 15_000, 3, 6, 3), histogram(then - 500_000, 3, 1, 0));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
            assertThat(answer.headers().firstValue("X-Prometheus-Remote-Write-Histograms-Written")).hasValue("2");
            assertThat(answer.headers().firstValue("X-Prometheus-Remote-Write-Samples-Written")).hasValue("0");
        }
        assertThat(kept("shop")).extracting(MetricSeries::metric).containsExactlyInAnyOrder("wait_count", "wait_sum", "wait", "wait", "wait");
        assertThat(quantile("0.5")).isCloseTo(Math.pow(2, -7.5 / 8), org.assertj.core.api.Assertions.within(1e-9));
        assertThat(kept("shop").stream().filter(each -> "0.99".equals(each.labels().get("quantile"))).findFirst().orElseThrow().values()).hasSize(3);
    }

    @Test
    void histogramsWithBoundsOfTheirOwnAreClassicOnesAndBrokenOnesAreRefusedAlone() {
        var answer = histograms(false, histogram(at, 9, 1), histogram(at, 3, 1, -4), histogram(at + 90_000_000L, 3, 1));
        assertThat(reason(400, answer)).contains("1 refused: a histogram of schema 9 is not known", "1 refused: the buckets of a histogram don't fit its spans", "1 refused: in the future");
        byte[] body = PrometheusWriter.histograms(false, "job=shop", out -> {
            histogram(at, -53, 2, 1).write(out);
            out.writeByteArray(11, PrometheusWriter.message(span -> span.writeSInt32(1, 8)));
        });
        assertThat(post(port, "/ingest/" + key + "/api/v1/write", packed(body), "Content-Encoding", "snappy").statusCode()).isEqualTo(204);
        assertThat(kept("shop")).extracting(each -> each.labels().get("le")).containsExactlyInAnyOrder("0.1", "1.0", "+Inf", null, null);
    }

    @Test
    void theKeyMayStandInTheHeaderAndAWrongOneIsRefused() {
        byte[] body = packed(PrometheusWriter.first(List.of(line("up", "job=a", new long[] {at}, 1))));
        String basic = "Basic " + Base64.getEncoder().encodeToString(("srecopilot:" + key).getBytes(StandardCharsets.UTF_8));
        for (String header : List.of("Bearer " + key, basic)) {
            assertThat(post(port, "/ingest/api/v1/write", body, "Content-Encoding", "snappy", "Authorization", header).statusCode()).isEqualTo(204);
        }
        for (String header : List.of("Bearer " + "x".repeat(32), "Basic !!", "Bearer")) {
            assertThat(post(port, "/ingest/api/v1/write", body, "Content-Encoding", "snappy", "Authorization", header).statusCode()).isEqualTo(401);
        }
        assertThat(post(port, "/ingest/api/v1/write", body, "Content-Encoding", "snappy").statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsNoWriteRequestIsRefusedWithTheReason() {
        byte[] good = PrometheusWriter.first(List.of(line("up", "job=a", new long[] {at}, 1)));
        String path = "/ingest/" + key + "/api/v1/write";
        byte[] claimsMuch = {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x07, 0, 0};
        assertThat(reason(400, post(port, path, good, "Content-Encoding", "snappy"))).contains("snappy");
        assertThat(reason(413, post(port, path, claimsMuch, "Content-Encoding", "snappy"))).contains("smaller batches");
        assertThat(reason(413, post(port, path, new byte[Body.WIRE + 1]))).contains("smaller batches");
        assertThat(reason(400, post(port, path, Arrays.copyOf(good, good.length - 3)))).contains("no write request");
        assertThat(reason(400, post(port, path, packed(good), "Content-Encoding", "zstd"))).contains("gzip and snappy");
        assertThat(reason(400, post(port, path, good, "Content-Encoding", "gzip"))).contains("gzip");
        assertThat(post(port, path, new byte[0]).statusCode()).isEqualTo(204);
    }

    private static String reason(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    /** Prints what this machine takes; asserts only that it is no trickle. */
    @Test
    void manySamplesArriveInShortTime() {
        int rounds = 30;
        long began = System.nanoTime();
        IntStream.range(0, rounds).parallel().forEach(round -> {
            var lines = IntStream.range(0, BENCH_SERIES).mapToObj(i -> line("m" + i % 50, "service=s" + i % 40 + ",pod=p" + i, new long[] {at - round * 15_000L}, i)).toArray(PrometheusWriter.Line[]::new);
            assertThat(write(port, key, lines).statusCode()).isEqualTo(204);
        });
        double seconds = (System.nanoTime() - began) / 1e9;
        long read = System.nanoTime();
        assertThat(kept("s7")).hasSize(50).allSatisfy(series -> assertThat(series.values()).hasSize(rounds));
        System.out.printf("TELEMETRY %d samples of %d series in %.2f s: %.0f samples/s; one service's %d series read in %.0f ms%n",
                rounds * BENCH_SERIES, BENCH_SERIES, seconds, rounds * BENCH_SERIES / seconds, 50, (System.nanoTime() - read) / 1e6);
        assertThat(rounds * BENCH_SERIES / seconds).isGreaterThan(1_000);
    }

    /** Prints how long a full house takes, and how large it is. */
    @Test
    void aHundredThousandSeriesAreTheMostAndTheNextIsToldSo() {
        int each = 10_000;
        long began = System.nanoTime();
        for (int round = 0; round < 10; round++) {
            int first = round * each;
            var lines = IntStream.range(first, first + each).mapToObj(i -> line("m" + i % 100, "service=wide" + i / 50_000 + ",pod=p" + i, new long[] {at}, i)).toArray(PrometheusWriter.Line[]::new);
            assertThat(write(port, key, lines).statusCode()).isEqualTo(204);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        var answer = write(port, key, line("m0", "service=wide0,pod=p0", new long[] {at + 15_000}, 2), line("m0", "service=wide0,pod=one-too-many", new long[] {at}, 1));
        assertThat(reason(400, answer)).contains("1 refused: there is no room for more than 100000 series");
        long read = System.nanoTime();
        assertThat(kept("wide0")).hasSize(5_000).anySatisfy(series -> assertThat(series.values().length).isPositive());
        System.out.printf("TELEMETRY 100000 new series in %.1f s; the newest 5000 of a service's 50000 read in %.0f ms%n", seconds, (System.nanoTime() - read) / 1e6);
    }

    @Test
    void whatCannotBeStoredNowIsAskedForAgain() throws IOException {
        var request = new MockHttpServletRequest("POST", "/");
        var answer = doorkeeper.take("remote write", key, request, body -> {
            throw new DataAccessResourceFailureException("the database is away");
        }, stored -> null, (status, reason) -> Doorkeeper.status(status).body(reason.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("5");
    }
}
