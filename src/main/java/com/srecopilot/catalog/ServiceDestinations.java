package com.srecopilot.catalog;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;

import com.srecopilot.identity.Destinations;

/** Services, by name: those that begin with the words first. */
@Component
class ServiceDestinations implements Destinations {

    private final JdbcClient jdbc;

    ServiceDestinations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String heading() {
        return "Services";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Destination> find(String words, int most) {
        return jdbc.sql("""
                select name, coalesce(region, '') as region from services where position(lower(:words) in lower(name)) > 0
                order by position(lower(:words) in lower(name)), name limit :most""").param("words", words).param("most", most)
                .query((row, index) -> new Destination(path(row.getString("name")), row.getString("name"), row.getString("region"), "boxes")).list();
    }

    private static String path(String name) {
        return UriComponentsBuilder.fromPath("/services/").pathSegment(name).build().encode().toUriString();
    }
}
