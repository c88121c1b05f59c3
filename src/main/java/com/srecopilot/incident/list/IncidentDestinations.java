package com.srecopilot.incident.list;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.identity.Destinations;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;

/** Incidents, by number or words of title and service: open ones first, then the newest. */
@Component
class IncidentDestinations implements Destinations {

    private static final Pattern NUMBER = Pattern.compile("(?i)(?:INC-|#)?(\\d{1,9})");

    private final IncidentSearch search;
    private final Incidents incidents;

    IncidentDestinations(IncidentSearch search, Incidents incidents) {
        this.search = search;
        this.incidents = incidents;
    }

    @Override
    public String heading() {
        return "Incidents";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String needs() {
        return "incidents:read";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Destination> find(String words, int most) {
        Matcher number = NUMBER.matcher(words);
        Optional<IncidentView> named = number.matches() ? incidents.find(Integer.parseInt(number.group(1))) : Optional.empty();
        List<IncidentView> found = search.first(new IncidentFilter(null, null, null, null, words, null, null), most);
        return Stream.concat(named.stream(), found.stream().filter(each -> named.isEmpty() || each.number() != named.get().number())).limit(most)
                .map(each -> new Destination("/incidents/" + each.number(), each.title(), each.reference(), "state-" + each.state())).toList();
    }
}
