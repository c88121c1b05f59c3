package com.srecopilot.demo.story;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.srecopilot.demo.story.Episode.Act;
import com.srecopilot.demo.story.Episode.Verb;

/** What people did and said, from the first look to the note a day later. */
final class Talk {

    private static final Map<String, Integer> NOTES = Map.of("critical", 4, "high", 3, "medium", 2, "low", 1);
    private static final Map<String, Integer> REVIEWED = Map.of("critical", 90, "high", 65, "medium", 18, "low", 4);

    private final Script script;
    private final Rota rota;
    private final Wording wording;
    private final Instant now;
    private final Random random;
    private final List<Act> acts = new ArrayList<>();
    private boolean rolledBack;

    Talk(Script script, Rota rota, Wording wording, Instant now, Random random) {
        this.script = script;
        this.rota = rota;
        this.wording = wording;
        this.now = now;
        this.random = random;
    }

    List<Act> about(Event event) {
        boolean night = Rota.night(event.start());
        String by = rota.onCall(event.start(), random);
        wording.know("author", rota.name(rota.another(by, random)));
        start(event, by, night);
        String last = work(event, by, night);
        end(event, last, night);
        acts.sort(Comparator.comparing(Act::at));
        return List.copyOf(acts);
    }

    /** Whether what helped was the release before. */
    boolean rolledBack() {
        return rolledBack;
    }

    private void start(Event event, String by, boolean night) {
        boolean taken = random.nextInt(10) > 2;
        if (taken) {
            acts.add(new Act(event.acknowledged(), Verb.TAKE, by, ""));
        }
        Instant looking = event.acknowledged().plusSeconds(taken ? 15 + random.nextInt(60) : 0);
        boolean quick = event.trouble().harmless() && taken && random.nextInt(10) < 4;
        if (!quick) {
            acts.add(new Act(looking, Verb.INVESTIGATE, by, said(by, words(night ? "night" : "took"))));
        }
    }

    private String work(Event event, String by, boolean night) {
        int notes = random.nextInt(NOTES.get(event.severity()) + 1) + (event.severity().equals("critical") ? 1 : 0);
        Instant from = event.acknowledged().plusSeconds(90);
        Duration step = Duration.between(from, event.end().minusSeconds(60)).dividedBy(notes + 1);
        String who = by;
        for (int i = 0; i < notes && step.toSeconds() > 25; i++) {
            Instant at = from.plus(step.multipliedBy(i)).plusSeconds(random.nextInt((int) Math.max(1, step.toSeconds() / 2))).truncatedTo(ChronoUnit.SECONDS);
            who = note(event, at, who, night, i);
        }
        if (random.nextInt(10) < 3) {
            acts.add(new Act(from.plusSeconds(10), Verb.TAG, by, tag(event.trouble())));
        }
        return who;
    }

    /** @return who has it afterwards */
    private String note(Event event, Instant at, String who, boolean night, int round) {
        Trouble trouble = event.trouble();
        boolean shift = Duration.between(event.acknowledged(), at).toMinutes() > 75 && random.nextInt(3) == 0;
        if (shift) {
            String next = rota.another(who, random);
            wording.know("next", rota.name(next));
            acts.add(new Act(at, Verb.NOTE, who, said(who, "handed", trouble)));
            acts.add(new Act(at.plusSeconds(20), Verb.HAND_OVER, who, next));
            return next;
        }
        String speaker = random.nextInt(4) == 0 ? rota.another(who, random) : who;
        String text = night && random.nextInt(10) < 7 ? said(speaker, words("nightseen"))
                : said(speaker, round % 2 == 0 ? "lead" : "trying", trouble);
        acts.add(new Act(at, Verb.NOTE, speaker, text));
        return who;
    }

    private void end(Event event, String by, boolean night) {
        Trouble trouble = event.trouble();
        boolean brief = night && !event.severity().equals("critical") && random.nextBoolean();
        String fixed = wording.oneOf(trouble.fixed());
        rolledBack = !brief && fixed.contains("{previous}") && event.kind().equals("release");
        String text = brief ? said(by, words("nightfixed")) : said(by, wording.oneOf(words("closing")).replace("{fixed}", fixed));
        acts.add(new Act(event.end(), Verb.RESOLVE, by, text));
        Instant review = review(event.end());
        if (random.nextInt(100) < REVIEWED.get(event.severity()) && review.isBefore(now)) {
            acts.add(new Act(review, Verb.NOTE, by, said(by, "post", trouble)));
        }
    }

    /** On the next working day, in the office. */
    private Instant review(Instant end) {
        LocalDate day = end.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
        while (day.getDayOfWeek().getValue() > 5) {
            day = day.plusDays(1);
        }
        return day.atTime(9, 0).toInstant(ZoneOffset.UTC).plusSeconds(random.nextInt(7 * 3_600));
    }

    private String said(String by, String kind, Trouble trouble) {
        String pattern = wording.anyOf(words(kind));
        String whole = pattern.contains("{seen}") ? pattern.replace("{seen}", wording.oneOf(trouble.seen()))
                : pattern.contains("{tried}") ? pattern.replace("{tried}", wording.oneOf(trouble.tried()))
                : pattern.replace("{later}", wording.oneOf(trouble.later()));
        return said(by, whole);
    }

    private String said(String by, List<String> texts) {
        return said(by, wording.oneOf(texts));
    }

    private String said(String by, String text) {
        wording.know("other", rota.name(rota.another(by, random)));
        return wording.fill(text);
    }

    private List<String> words(String kind) {
        return script.words().get(kind);
    }

    private String tag(Trouble trouble) {
        if (trouble.harmless()) {
            return "false-alarm";
        }
        return switch (trouble.cause()) {
            case "release" -> "deploy";
            case "setting" -> "config";
            default -> trouble.monthend() ? "capacity" : trouble.spreads() ? "customer-impact" : "follow-up";
        };
    }
}
