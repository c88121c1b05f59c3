package com.srecopilot.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.srecopilot.stories.Quickest;
import com.srecopilot.tenancy.ProductClock;

class IncidentTapeTests extends Desk {

    @Autowired
    private ProductClock clock;
    @Autowired
    private IncidentTimeline timeline;
    @Autowired
    private IncidentService incidents;

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
