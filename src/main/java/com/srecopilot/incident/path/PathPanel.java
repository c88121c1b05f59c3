package com.srecopilot.incident.path;

import java.util.Set;
import java.util.TreeSet;

import org.springframework.stereotype.Component;

import com.srecopilot.alert.AlertCourses;
import com.srecopilot.catalog.Catalog;
import com.srecopilot.incident.IncidentPanel;
import com.srecopilot.incident.IncidentView;

/** The services around the affected one, on the incident's page. */
@Component
class PathPanel implements IncidentPanel {

    private final Catalog catalog;
    private final AlertCourses alerts;

    PathPanel(Catalog catalog, AlertCourses alerts) {
        this.catalog = catalog;
        this.alerts = alerts;
    }

    @Override
    public String zone() {
        return "path";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String fragment() {
        return "incident/_path";
    }

    @Override
    public Object model(IncidentView incident) {
        String service = incident.serviceName();
        Set<String> callers = service.isEmpty() ? Set.of() : catalog.dependentsOf(service);
        Set<String> called = service.isEmpty() ? Set.of() : catalog.dependenciesOf(service);
        Set<String> all = new TreeSet<>(callers);
        all.addAll(called);
        all.add(service);
        return PathDrawing.of(service, callers, called, alerts.standings(incident.reference(), all, incident.open()));
    }

    @Override
    public boolean live() {
        return true;
    }
}
