package com.srecopilot.hypothesis.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.srecopilot.incident.IncidentView;

class ExperienceTests {

    private static final Instant THEN = Instant.parse("2026-05-04T10:00:00Z");
    private final List<IncidentView> past = new ArrayList<>();
    private final Map<Integer, String> given = new HashMap<>();

    @Test
    void withoutAHistoryOnlyWhatOpenedAsLowIsJudgedByPublicRules() {
        Experience young = Experience.of(List.of(), Map.of(), PublicSeverity.model());
        assertThat(young.severity(incident("Kubernetes node not ready", "low", "", List.of()))).get().extracting(Guess::value).isEqualTo("critical");
        assertThat(young.severity(incident("Kubernetes node not ready", "medium", "", List.of()))).isEmpty();
        assertThat(young.category(incident("Kubernetes node not ready", "low", "", List.of()))).isEmpty();
    }

    @Test
    void whatPeopleMadeOfAnAlertIsSuggestedForTheNextOne() {
        for (int i = 0; i < 20; i++) {
            remember("Disk of backup host is almost full", "critical", "low", "backup", List.of("capacity"));
            remember("Checkout answers with errors", "critical", "critical", "checkout", List.of("customers"));
            remember("Latency of search above its objective", "medium", "medium", "search", List.of());
        }
        Experience own = Experience.of(past, given, PublicSeverity.model());
        Guess disk = own.severity(incident("Disk of backup host is almost full", "critical", "backup", List.of())).orElseThrow();
        assertThat(disk.value()).isEqualTo("low");
        assertThat(disk.words()).isNotEmpty();
        assertThat(own.severity(incident("Checkout answers with errors", "critical", "checkout", List.of()))).get().extracting(Guess::value).isEqualTo("critical");
        assertThat(own.category(incident("Disk of another host is almost full", "critical", "files", List.of()))).get().extracting(Guess::value).isEqualTo("capacity");
    }

    @Test
    void aTagThatIsRareOrATextThatNobodyHasSeenIsNoCategory() {
        for (int i = 0; i < 20; i++) {
            remember("Disk full", "low", "low", "backup", List.of("capacity"));
            remember("Checkout answers with errors", "high", "high", "checkout", List.of("customers"));
        }
        remember("Moon in the wrong phase", "low", "low", "moon", List.of("astrology"));
        Experience own = Experience.of(past, given, PublicSeverity.model());
        assertThat(own.category(incident("Moon in the wrong phase", "low", "moon", List.of()))).isEmpty();
        assertThat(own.category(incident("数据库连接池耗尽", "low", "", List.of()))).isEmpty();
    }

    @Test
    void textsOfNothingAndOfMarkupAreTakenToo() {
        remember("", "low", "low", "", List.of());
        Experience own = Experience.of(past, given, PublicSeverity.model());
        assertThat(own.severity(incident("", "low", "", List.of()))).isEmpty();
        assertThat(own.severity(incident("<script>alert(1)</script> ".repeat(400), "low", "<b>", List.of()))).isNotNull();
    }

    private void remember(String title, String opened, String ended, String service, List<String> tags) {
        IncidentView one = incident(title, ended, service, tags);
        past.add(new IncidentView(one.id(), past.size() + 1, title, title, ended, "resolved", service, null, tags, THEN, THEN, THEN.plusSeconds(60), 1, 0, 0, 1, false, 0));
        given.put(past.size(), opened);
    }

    private static IncidentView incident(String title, String severity, String service, List<String> tags) {
        return new IncidentView(UUID.randomUUID(), 999, title, title, severity, "detected", service, null, tags, THEN, null, null, 1, 1, 0, 0, false, 0);
    }
}
