package com.srecopilot.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.srecopilot.stories.Quickest;
import com.srecopilot.telemetry.MetricDraft;
import com.srecopilot.telemetry.SampleStore;
import com.srecopilot.tenancy.ProductClock;

class IncidentTapeTests extends Desk {

    @Autowired
    private ProductClock clock;
    @Autowired
    private IncidentTimeline timeline;
    @Autowired
    private IncidentService incidents;
    @Autowired
    private SampleStore samples;

    @Test
    void tellsItsCourseInAStripAndInATable() {
        int number = declare("Checkout is down", "critical", "checkout-service");
        submit("/incidents/" + number + "/investigation", Map.of("note", "Looking"));
        submit("/incidents/" + number + "/resolution", Map.of("note", "Fixed"));
        String filtered = ana.get("/incidents/" + number + "?kind=comment.added").body();
        assertThat(filtered).contains("id=\"incident-tape\"", "No alert joined this incident.", "tape-investigating", "UTC, Resolved").doesNotContain("style=");
        assertThat(filtered.split("class=\"tape-mark")).hasSizeGreaterThan(1);
    }

    @Test
    void drawsWhatTheServiceMeasuredAndWithoutMeasuresHowManyAlertsFired() {
        long[] millis = LongStream.range(0, 40).map(i -> clock.instant().toEpochMilli() - 30_000 * (i + 1)).toArray();
        organisation.as(() -> samples.write(List.of(new MetricDraft("http_error_ratio", "checkout-service", new TreeMap<>(), "", millis,
                LongStream.of(millis).mapToDouble(at -> 0.25).toArray()))));
        int number = declare("Checkout fails", "critical", "checkout-service");
        assertThat(ana.get("/incidents/" + number).body()).contains("http_error_ratio of checkout-service: 25 % at first", "<th scope=\"col\">http_error_ratio</th>", "polyline class=\"line\"");
        assertThat(ana.get("/incidents/" + number + "/tape").body()).startsWith("<section class=\"tape\"").contains("every 15s", "polyline class=\"line\"");
        alert("disk", "firing", "ledger");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(ana.get("/incidents/" + (number + 1)).body()).contains("alerts firing: 0 at first, 1 at most"));
        submit("/incidents/" + number + "/resolution", Map.of("note", "Fixed"));
        assertThat(ana.get("/incidents/" + number + "/tape").body()).doesNotContain("hx-get");
        assertThat(ana.get("/incidents/9999/tape").statusCode()).isEqualTo(404);
    }

    @Test
    void holdsItsShapeWithTenThousandEntriesOverThirtyDays() {
        int number = clock.at(clock.instant().minus(Duration.ofDays(30)), () -> organisation.as(() -> declared()));
        organisation.as(() -> {
            timeline.tell(number, IntStream.range(0, 10_000)
                    .mapToObj(i -> Telling.of(TimelineKind.COMMENT_ADDED, "Note").with("note", "Word " + i)).toList());
            return null;
        });
        Quickest.isBelow(Duration.ofSeconds(3), () -> ana.get("/incidents/" + number));
        String page = ana.get("/incidents/" + number).body();
        assertThat(page.length()).isLessThan(200_000);
        assertThat(page).contains("Note and 9999 more").contains("Incident opened");
        assertThat(page.split("class=\"tape-mark")).hasSizeBetween(2, 50);
    }

    private int declared() {
        return incidents.open(IncidentDraft.declared("A month of trouble", "It goes on and on.", Severity.LOW, "cart")).number();
    }
}
