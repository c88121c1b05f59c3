package com.srecopilot.demo.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.srecopilot.demo.story.Episode.Change;

/** Tells what happened, event by event: which releases ran, which alerts fired, what people said. */
final class Teller {

    private final Script script;
    private final Rota rota;
    private final Instant now;
    private final Random random;
    private final Map<String, Version> running = new HashMap<>();
    private final Map<String, Version> newest = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private int review = 3_100;

    Teller(Script script, Rota rota, Instant now, long seed) {
        this.script = script;
        this.rota = rota;
        this.now = now;
        this.random = new Random(seed * 31 + 7);
    }

    Story tell(List<Event> events) {
        number(events);
        var episodes = new ArrayList<Episode>();
        for (Event event : events) {
            Change change = event.kind().equals("none") ? null : changed(event);
            if (event.trouble() != null) {
                episodes.add(told(event, change));
            }
        }
        changes.sort(Comparator.comparing(Change::at));
        var last = new HashMap<String, String>();
        running.forEach((service, version) -> last.put(service, version.toString()));
        return new Story(List.copyOf(episodes), List.copyOf(changes), Map.copyOf(last));
    }

    /** Each service starts at the release from which its last one is reached. */
    private void number(List<Event> events) {
        script.services().forEach((service, part) -> {
            Version version = Version.of(part.release());
            for (long i = events.stream().filter(event -> event.kind().equals("release") && event.service().equals(service)).count(); i > 0; i--) {
                version = version.before();
            }
            running.put(service, version);
            newest.put(service, version);
        });
    }

    private Change changed(Event event) {
        String service = event.service();
        Version before = running.get(service);
        boolean release = event.kind().equals("release");
        if (release) {
            newest.compute(service, (name, version) -> after(version, script.services().get(name).release()));
            running.put(service, newest.get(service));
        }
        List<String> what = (release ? script.releases() : script.settings()).get(service);
        String summary = what.get(random.nextInt(what.size())) + (release ? " (#" + (review += 1 + random.nextInt(9)) + ")" : "");
        var change = new Change(service, release ? "deployment" : "configuration", running.get(service).toString(),
                release ? before.toString() : "", summary, event.at());
        changes.add(change);
        return change;
    }

    /** The one whose predecessor this is, on the way to the last. */
    private static Version after(Version version, String last) {
        Version next = Version.of(last);
        while (!next.before().equals(version)) {
            next = next.before();
        }
        return next;
    }

    private Episode told(Event event, Change change) {
        var wording = new Wording(script, event, random);
        wording.know("version", running.get(event.service()).toString());
        wording.know("previous", change == null || change.previous().isEmpty() ? running.get(event.service()).before().toString() : change.previous());
        List<Episode.Shot> shots = new Shots(script, wording, random).of(event);
        var talk = new Talk(script, rota, wording, now, random);
        List<Episode.Act> acts = talk.about(event);
        if (talk.rolledBack()) {
            rollBack(event, change);
        }
        return new Episode(event.service(), event.severity(), event.start(), shots, acts, event.end());
    }

    private void rollBack(Event event, Change change) {
        running.put(event.service(), Version.of(change.previous()));
        changes.add(new Change(event.service(), "deployment", change.previous(), change.version(), "Roll back", event.end().minusSeconds(200)));
    }
}
