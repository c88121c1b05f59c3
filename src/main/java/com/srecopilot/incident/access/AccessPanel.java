package com.srecopilot.incident.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.springframework.stereotype.Component;

import com.srecopilot.identity.People;
import com.srecopilot.identity.Person;
import com.srecopilot.incident.IncidentEvent;
import com.srecopilot.incident.IncidentPanel;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.realtime.Fragments;
import com.srecopilot.realtime.LiveListener;
import com.srecopilot.realtime.LiveMessage;
import com.srecopilot.realtime.LivePublisher;

/** Who reads an incident, on its page. Pages of an earlier circle of readers are told to load again, and nothing else. */
@Component
class AccessPanel implements IncidentPanel {

    private final IncidentAccess access;
    private final Incidents incidents;
    private final People people;
    private final LivePublisher live;
    private final Fragments fragments;

    AccessPanel(IncidentAccess access, Incidents incidents, People people, LivePublisher live, Fragments fragments) {
        this.access = access;
        this.incidents = incidents;
        this.people = people;
        this.live = live;
        this.fragments = fragments;
    }

    @Override
    public String zone() {
        return "context";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String fragment() {
        return "incident/access/_panel";
    }

    @Override
    public Object model(IncidentView incident) {
        List<Person> readers = access.readers(incident.number());
        List<Person> others = incident.restricted() ? people.all().stream().filter(person -> person.active() && !readers.contains(person)).toList() : List.of();
        return new Panel(incident.number(), incident.restricted(), readers, others);
    }

    @LiveListener
    CompletableFuture<Void> changed(IncidentEvent.AccessChanged event) {
        return live.publish(event.tenant(), () -> incidents.find(event.number()).map(incident -> messages(event, incident)).orElse(List.of()));
    }

    private List<LiveMessage> messages(IncidentEvent.AccessChanged event, IncidentView incident) {
        String own = "incident:" + incident.number();
        List<LiveMessage> messages = new ArrayList<>();
        messages.add(new LiveMessage(own, "head", fragments.render(fragment(), Map.of("panel", model(incident)))));
        if (!event.before().equals(incident.topic())) {
            messages.add(new LiveMessage(own, "head", fragments.render("incident/access/_changed", Map.of("number", incident.number())), event.before()));
        }
        return messages;
    }

    record Panel(int number, boolean restricted, List<Person> readers, List<Person> others) {
    }
}
