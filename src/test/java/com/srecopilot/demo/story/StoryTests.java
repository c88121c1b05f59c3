package com.srecopilot.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.srecopilot.demo.story.Episode.Act;
import com.srecopilot.demo.story.Episode.Change;
import com.srecopilot.demo.story.Episode.Shot;

/** The demo's past reads as if it had happened. */
class StoryTests {

    private static final Instant NOW = Instant.parse("2026-11-24T13:50:00Z");
    private static final Pattern RELEASE = Pattern.compile("\\bv\\d+\\.\\d+\\.\\d+");
    private static final Story ACME = acme(NOW, 42);
    private static final Story GLOBEX = Story.of(Script.of("globex"), staff("Gina", "Gus"), 0.3, NOW, 7);

    private static Story acme(Instant now, long seed) {
        return Story.of(Script.of("acme"), staff("Ana", "Bo", "Eli"), 1, now, seed);
    }

    private static Map<String, String> staff(String... names) {
        var staff = new LinkedHashMap<String, String>();
        Arrays.stream(names).forEach(name -> staff.put(name.toLowerCase() + "@example.test", name));
        return staff;
    }

    @Test
    void theSameSeedTellsTheSameTwiceAndAnotherDoesNot() {
        assertThat(acme(NOW, 42)).isEqualTo(ACME);
        assertThat(acme(NOW, 43).episodes()).isNotEqualTo(ACME.episodes());
    }

    @Test
    void ninetyDaysHoldHundredsOfIncidentsWhateverTheDay() {
        for (int day = 0; day < 30; day += 6) {
            assertThat(acme(NOW.plus(Duration.ofDays(day)), 42).episodes().size()).isBetween(250, 400);
        }
        assertThat(GLOBEX.episodes().size()).isBetween(40, 140);
        assertThat(ACME.episodes().get(0).start()).isBetween(NOW.minus(Duration.ofDays(91)), NOW.minus(Duration.ofDays(86)));
        assertThat(ACME.changes().size()).isBetween(250, 500);
    }

    @Test
    void worseIsRarerSeenSoonerAndFixedFaster() {
        Map<String, Long> counts = ACME.episodes().stream().collect(Collectors.groupingBy(Episode::severity, Collectors.counting()));
        assertThat(counts.get("critical")).isLessThan(counts.get("high"));
        assertThat(counts.get("high")).isLessThan(counts.get("medium"));
        List<String> worstFirst = List.of("critical", "high", "medium", "low");
        for (Function<Episode, Long> figure : List.<Function<Episode, Long>>of(StoryTests::minutesToAcknowledge, StoryTests::minutesToResolve)) {
            List<Long> medians = worstFirst.stream().map(severity -> median(severity, figure)).toList();
            assertThat(medians.get(0)).isLessThan(medians.get(1));
            assertThat(medians.get(1)).isLessThan(medians.get(2));
        }
        assertThat(median("critical", StoryTests::minutesToAcknowledge)).isBetween(1L, 8L);
        assertThat(median("critical", StoryTests::minutesToResolve)).isBetween(18L, 60L);
    }

    @Test
    void weekendsAreQuietAndReleasesKeepOfficeHours() {
        Map<Integer, Long> byDay = ACME.episodes().stream()
                .collect(Collectors.groupingBy(episode -> episode.start().atOffset(ZoneOffset.UTC).getDayOfWeek().getValue(), Collectors.counting()));
        assertThat(byDay.get(6) + byDay.get(7)).isLessThan((byDay.get(2) + byDay.get(3)) / 2);
        assertThat(ACME.changes()).filteredOn(change -> !change.summary().equals("Roll back"))
                .allSatisfy(change -> assertThat(change.at().atOffset(ZoneOffset.UTC).getHour()).isBetween(9, 16));
        assertThat(ACME.episodes()).filteredOn(episode -> Rota.night(episode.start())).hasSizeGreaterThan(10);
    }

    @Test
    void everyReleaseFollowsTheOneThatRan() {
        for (Story story : List.of(ACME, GLOBEX)) {
            var running = new HashMap<String, String>();
            for (Change change : story.changes()) {
                if (change.kind().equals("deployment")) {
                    assertThat(running.getOrDefault(change.service(), change.previous())).as(change.toString()).isEqualTo(change.previous());
                    assertThat(change.version()).isNotEqualTo(change.previous());
                    running.put(change.service(), change.version());
                }
            }
            running.forEach((service, version) -> assertThat(story.running().get(service)).isEqualTo(version));
        }
        assertThat(ACME.changes()).filteredOn(change -> change.summary().equals("Roll back")).hasSizeGreaterThan(10);
    }

    @Test
    void whatPeopleCallAReleaseHasBeenReleased() {
        for (Episode episode : ACME.episodes()) {
            episode.acts().stream().flatMap(act -> RELEASE.matcher(act.text()).results().map(found -> found.group()))
                    .forEach(version -> assertThat(ACME.changes()).as(episode.toString())
                            .anyMatch(change -> change.service().equals(episode.service()) && List.of(change.version(), change.previous()).contains(version)));
        }
    }

    @Test
    void peopleActWhileItLastsAndNothingIsLeftToFill() {
        for (Episode episode : Stream.concat(ACME.episodes().stream(), GLOBEX.episodes().stream()).toList()) {
            assertThat(episode.acts()).isSortedAccordingTo((one, two) -> one.at().compareTo(two.at()));
            assertThat(episode.acts()).allSatisfy(act -> assertThat(act.at()).isAfterOrEqualTo(episode.start()).isBefore(NOW));
            assertThat(episode.shots()).allSatisfy(shot -> assertThat(shot.over()).isAfter(shot.fired()).isBefore(episode.end()));
            assertThat(words(episode)).noneMatch(text -> text.contains("{") || text.contains("predecessor"));
        }
    }

    @Test
    void nobodyRepeatsAPlotWordForWord() {
        List<List<String>> plots = ACME.episodes().stream().map(episode -> words(episode).toList()).toList();
        assertThat(plots).doesNotHaveDuplicates();
        Map<String, Long> sentences = ACME.episodes().stream().flatMap(episode -> episode.acts().stream()).map(Act::text)
                .filter(text -> text.length() > 30).collect(Collectors.groupingBy(text -> text, Collectors.counting()));
        assertThat(sentences.values()).allSatisfy(times -> assertThat(times).isLessThanOrEqualTo(ACME.episodes().size() / 25L));
        assertThat(ACME.episodes().stream().flatMap(episode -> episode.shots().stream()).map(Shot::summary).distinct().count()).isGreaterThan(200);
    }

    @Test
    void noOrganisationSpeaksOfTheOthersServicesAndNobodyOfAMonth() {
        var ours = Script.of("acme").services().keySet();
        var theirs = Script.of("globex").services().keySet();
        assertThat(all(GLOBEX)).noneMatch(text -> ours.stream().anyMatch(name -> !theirs.contains(name) && text.matches(".*\\b" + name + "\\b.*") && name.contains("-")));
        assertThat(all(ACME)).noneMatch(text -> theirs.stream().anyMatch(name -> !ours.contains(name) && text.contains(name) && !name.equals("portal")));
        assertThat(Stream.concat(all(ACME).stream(), all(GLOBEX).stream()))
                .noneMatch(text -> text.matches(".*\\b(January|February|April|June|July|August|September|October|November|December)\\b.*"));
    }

    private static List<String> all(Story story) {
        return Stream.concat(story.episodes().stream().flatMap(StoryTests::words),
                story.changes().stream().map(change -> change.service() + " " + change.summary())).toList();
    }

    private static Stream<String> words(Episode episode) {
        return Stream.concat(episode.shots().stream().map(shot -> shot.service() + " " + shot.summary()), episode.acts().stream().map(Act::text));
    }

    private static long median(String severity, Function<Episode, Long> figure) {
        List<Long> sorted = ACME.episodes().stream().filter(episode -> episode.severity().equals(severity)).map(figure).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static long minutesToAcknowledge(Episode episode) {
        return Duration.between(episode.start(), episode.acts().get(0).at()).toMinutes();
    }

    private static long minutesToResolve(Episode episode) {
        return Duration.between(episode.start(), episode.end()).toMinutes();
    }
}
