package com.srecopilot.incident.health;

import java.util.List;

import org.springframework.stereotype.Component;

import com.srecopilot.catalog.ServicePanel;
import com.srecopilot.incident.IncidentCard;
import com.srecopilot.incident.IncidentCards;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.list.IncidentFilter;
import com.srecopilot.incident.list.IncidentSearch;

/** The incidents of a service on its page: those open, else when the last one ended. */
@Component
class ServiceIncidentsPanel implements ServicePanel {

    private static final int SHOWN = 10;

    private final IncidentSearch search;
    private final IncidentCards cards;

    ServiceIncidentsPanel(IncidentSearch search, IncidentCards cards) {
        this.search = search;
        this.cards = cards;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String fragment() {
        return "incident/_of-service";
    }

    @Override
    public Object model(String service) {
        List<IncidentView> found = search.first(new IncidentFilter(null, null, List.of(service), null, "", null, null), SHOWN);
        List<IncidentView> open = found.stream().filter(IncidentView::open).toList();
        return new Panel(cards.of(open), found.stream().filter(incident -> !incident.open()).findFirst().orElse(null),
                IncidentSignals.path(service));
    }

    /** @param last the newest resolved one, or null */
    record Panel(List<IncidentCard> open, IncidentView last, String path) {
    }
}
