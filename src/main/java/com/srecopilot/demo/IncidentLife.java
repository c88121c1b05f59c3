package com.srecopilot.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.srecopilot.demo.Diary.Hand;
import com.srecopilot.demo.story.Episode.Act;
import com.srecopilot.identity.Person;

/** What becomes of an incident while people act. */
final class IncidentLife {

    private final Diary diary;
    private final Map<String, Person> people;
    private final UUID incident;
    private final String reference;
    private final List<String> tags = new ArrayList<>();
    private String state = "detected";
    private UUID assignee;
    private int version;

    IncidentLife(Diary diary, Map<String, Person> people, UUID incident, String reference) {
        this.diary = diary;
        this.people = people;
        this.incident = incident;
        this.reference = reference;
    }

    void act(Act act) {
        Person person = people.get(act.by());
        switch (act.verb()) {
            case TAKE -> assign(act, person, person, person.name() + " took it");
            case HAND_OVER -> assign(act, person, people.get(act.text()), "Assigned to " + people.get(act.text()).name());
            case INVESTIGATE -> move(act, person, "investigating", "Investigation started", "incident.update");
            case RESOLVE -> move(act, person, "resolved", "Resolved", "incident.resolve");
            case TAG -> tag(act, person);
            case LOG -> throw new IllegalArgumentException("Log lines are laid beside an incident by its own verb only");
            case NOTE -> {
                told(act, person, "comment.added", "Note", Map.of("note", act.text()));
                audited(act, person, "incident.note", Map.of(), Map.of());
            }
        }
    }

    private void assign(Act act, Person by, Person to, String text) {
        told(act, by, "assignee.changed", text, Map.of());
        audited(act, by, "incident.update", assignee == null ? Map.of() : Map.of("assigned_to", assignee), Map.of("assigned_to", to.id()));
        assignee = to.id();
        version++;
    }

    private void move(Act act, Person by, String to, String text, String action) {
        told(act, by, "state.changed", text, Map.of("note", act.text(), "from", state, "state", to));
        audited(act, by, action, Map.of("state", state), Map.of("state", to));
        state = to;
        version++;
    }

    private void tag(Act act, Person by) {
        tags.add(act.text());
        told(act, by, "tags.changed", "Tagged " + act.text(), Map.of());
        audited(act, by, "incident.update", Map.of(), Map.of("tags", act.text()));
        version++;
    }

    private void told(Act act, Person by, String kind, String text, Map<String, Object> data) {
        diary.told(incident, act.at(), kind, Hand.of(by), text, data, null);
    }

    private void audited(Act act, Person by, String action, Map<String, Object> before, Map<String, Object> after) {
        diary.audited(act.at(), action, Hand.of(by), "incident", reference, before, after);
    }

    int version() {
        return version;
    }

    String state() {
        return state;
    }

    UUID assignee() {
        return assignee;
    }

    List<String> tags() {
        return tags;
    }
}
