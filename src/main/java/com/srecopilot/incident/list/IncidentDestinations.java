package com.srecopilot.incident.list;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.identity.Destinations;

/** Incidents, by number or words of title and service: open ones first, then the newest. */
@Component
class IncidentDestinations implements Destinations {

    private final JdbcClient jdbc;

    IncidentDestinations(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
        String number = words.replaceFirst("^(?i)INC-|^#", "");
        IncidentConditions matching = IncidentConditions.of(new IncidentFilter(null, null, null, null, words, null, null));
        return matching.bind(jdbc.sql("select number, title, state from incidents i where (" + matching.sql()
                + ") order by (number::text = :exactly) desc, (state <> 'resolved') desc, detected_at desc limit :most"))
                .param("exactly", number).param("most", most)
                .query((row, index) -> new Destination("/incidents/" + row.getInt("number"), row.getString("title"), "INC-" + row.getInt("number"),
                        "state-" + row.getString("state"))).list();
    }
}
