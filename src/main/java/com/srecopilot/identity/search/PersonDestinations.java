package com.srecopilot.identity.search;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import com.srecopilot.identity.Destinations;
import com.srecopilot.identity.People;

/** People, by name or e-mail: to what they have on their hands. */
@Component
class PersonDestinations implements Destinations {

    private final People people;

    PersonDestinations(People people) {
        this.people = people;
    }

    @Override
    public String heading() {
        return "People";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<Destination> find(String words, int most) {
        String typed = words.toLowerCase(Locale.ROOT);
        return people.all().stream().filter(person -> person.active() && (person.name() + " " + person.email()).toLowerCase(Locale.ROOT).contains(typed))
                .limit(most).map(person -> new Destination("/incidents?assignee=" + person.id(), person.name(), "incidents assigned to them", "user")).toList();
    }
}
