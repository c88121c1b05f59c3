package com.srecopilot.incident.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.srecopilot.identity.Slice;
import com.srecopilot.incident.Desk;
import com.srecopilot.incident.IncidentTimeline;
import com.srecopilot.incident.Telling;
import com.srecopilot.incident.TimelineKind;

class IncidentPageTests extends Desk {

    private static final int MANY = 3_000;

    @Autowired
    private IncidentPage page;
    @Autowired
    private IncidentTimeline timeline;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void aLongTimelineIsReadAFewTimesAndOnlyItsNewestEntriesInFull() {
        int number = longStory();
        long scans = scansOf("timeline_entries", () -> page.show(number, "", null));
        // The newest entries, how many of each kind, the states; for the tape all by slot, where the page ends, and one entry for each of two marks.
        assertThat(scans).isLessThanOrEqualTo(7);
        assertThat(ana.get("/incidents/" + number).body().split("class=\"timeline-entry\"")).hasSize(1 + IncidentTimeline.PAGE);
    }

    @Test
    void theTotalIsThatOfTheChosenKind() {
        int number = longStory();
        assertThat(timelineOf(number, "incident.opened").total()).isEqualTo(1);
        assertThat(timelineOf(number, "comment.added").total()).isEqualTo(MANY);
        assertThat(timelineOf(number, "comment.added").items()).hasSize(IncidentTimeline.PAGE);
        assertThat(timelineOf(number, "").total()).isGreaterThan(MANY);
    }

    private Slice<?> timelineOf(int number, String kind) {
        return (Slice<?>) organisation.as(() -> page.show(number, kind, null)).get("timeline");
    }

    private int longStory() {
        int number = declare("A long story", "low", "cart");
        organisation.as(() -> {
            timeline.tell(number, IntStream.range(0, MANY).mapToObj(i -> Telling.of(TimelineKind.COMMENT_ADDED, "Note").with("note", "Word " + i)).toList());
            return null;
        });
        return number;
    }

    /** Counted by PostgreSQL, in the transaction that does the work. */
    private long scansOf(String table, Supplier<?> work) {
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        return organisation.as(() -> reading.execute(status -> {
            long before = scansOf(table);
            work.get();
            return scansOf(table) - before;
        }));
    }

    private long scansOf(String table) {
        return jdbc.sql("select seq_scan + idx_scan from pg_stat_xact_user_tables where relname = ?").param(table).query(Long.class).single();
    }
}
