package com.srecopilot.demo;

import static com.srecopilot.demo.Ledger.row;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import com.srecopilot.demo.Diary.Hand;
import com.srecopilot.demo.story.Episode;
import com.srecopilot.demo.story.Episode.Act;
import com.srecopilot.demo.story.Episode.Shot;
import com.srecopilot.demo.story.Episode.Verb;
import com.srecopilot.identity.IngestKey;
import com.srecopilot.identity.Person;

/** An incident with its timeline and what the grouping remembers, as the verbs of its room write them. */
record IncidentRows(Ledger ledger, Ids ids, Diary diary, AlertRows alerts, IngestKey key, Map<String, Person> people) {

    private static final Hand OPENING = Hand.system(History.OPENING);
    private static final Hand RECOVERY = Hand.system(History.RECOVERY);

    void write(int number, Episode episode) {
        ids.begin();
        String reference = "INC-" + number;
        Shot first = episode.shots().get(0);
        UUID id = ids.at(first.fired());
        diary.told(id, first.fired(), "incident.opened", OPENING, "Incident opened", Map.of("state", "detected"), null);
        diary.audited(first.fired(), "incident.create", OPENING, "incident", reference, Map.of(),
                Map.of("title", first.summary(), "severity", first.severity(), "service_name", episode.service()));
        episode.shots().forEach(shot -> shot(id, reference, shot, episode));
        var life = new IncidentLife(diary, people, id, reference);
        episode.acts().forEach(life::act);
        incident(id, number, episode, life);
        cluster(number, episode);
    }

    private void shot(UUID incident, String reference, Shot shot, Episode episode) {
        UUID alert = alerts.write(shot, episode, reference);
        var fired = new HashMap<String, Object>(Map.of("alert", alert, "severity", shot.severity()));
        if (!shot.service().equals(episode.service())) {
            fired.put("note", AlertRows.joining(shot, episode));
        }
        diary.told(incident, shot.fired(), "alert.fired", OPENING, shot.summary(), fired, "fired:" + alert);
        if (shot.over() != null) {
            diary.told(incident, shot.over(), "alert.resolved", RECOVERY, shot.summary() + " resolved", Map.of("alert", alert), "resolved:" + alert);
        }
    }

    private void incident(UUID id, int number, Episode episode, IncidentLife life) {
        Shot first = episode.shots().get(0);
        ledger.add("incidents", row("id", id, "version", life.version(), "number", number, "title", first.summary(), "description", first.summary(),
                "severity", episode.severity(), "severity_by_hand", false, "state", life.state(), "service_name", episode.service(),
                "assignee_id", life.assignee(), "tags", life.tags(), "group_key", "cluster:" + ids.at(first.fired()), "detected_at", first.fired(),
                "acknowledged_at", acknowledged(episode.acts()), "resolved_at", life.state().equals("resolved") ? episode.end() : null,
                "alerts_total", episode.shots().size(), "alerts_firing", episode.shots().stream().filter(shot -> shot.over() == null).count(),
                "hypotheses", 0));
    }

    private static Instant acknowledged(List<Act> acts) {
        var signs = List.of(Verb.TAKE, Verb.INVESTIGATE, Verb.RESOLVE);
        return acts.stream().filter(act -> signs.contains(act.verb())).findFirst().map(Act::at).orElse(null);
    }

    private void cluster(int number, Episode episode) {
        var places = new TreeMap<String, List<Instant>>();
        var keys = new TreeMap<String, Object>();
        for (Shot shot : episode.shots()) {
            places.computeIfAbsent(shot.service(), service -> new ArrayList<>()).add(shot.fired());
            keys.put(key.id() + " " + new AlertmanagerBody(shot, episode.service()).fingerprint(), shot.fired());
        }
        var spans = new TreeMap<String, Object>();
        places.forEach((service, fired) -> spans.put(service, Map.of("first", fired.get(0), "last", fired.get(fired.size() - 1))));
        Instant last = episode.shots().get(episode.shots().size() - 1).fired();
        ledger.add("incident_clusters", row("number", number, "first_at", episode.start(), "last_at", last, "memory",
                row("root", episode.service(), "start", episode.start(), "places", spans, "keys", keys, "together", Map.of(), "apart", Map.of())));
    }
}
