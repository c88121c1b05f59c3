package com.srecopilot.incident.page;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.srecopilot.identity.NavigationItem;
import com.srecopilot.incident.Incidents;
import com.srecopilot.incident.IncidentFigures;

/** Incidents in the navigation, with how many are open. */
@Component
class IncidentNavigation implements NavigationItem {

    private final IncidentFigures figures;

    IncidentNavigation(IncidentFigures figures) {
        this.figures = figures;
    }

    @Override
    public String group() {
        return "";
    }

    @Override
    public String path() {
        return "/incidents";
    }

    @Override
    public String label() {
        return "Incidents";
    }

    @Override
    public String icon() {
        return "flame";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String needs() {
        return "incidents:read";
    }

    @Override
    public Optional<Badge> badge() {
        List<IncidentFigures.Count> worstFirst = figures.open();
        long open = worstFirst.stream().mapToLong(IncidentFigures.Count::open).sum();
        return Optional.of(new Badge(open, worstFirst.get(0).open() > 0));
    }
}
