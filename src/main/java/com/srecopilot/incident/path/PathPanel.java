package com.srecopilot.incident.path;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.beans.factory.ObjectProvider;
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
    private final ObjectProvider<Suspected> suspected;

    PathPanel(Catalog catalog, AlertCourses alerts, ObjectProvider<Suspected> suspected) {
        this.catalog = catalog;
        this.alerts = alerts;
        this.suspected = suspected;
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
        List<String> way = suspected.stream().findFirst().map(each -> each.way(incident.number())).orElse(List.of());
        all.addAll(way);
        return PathDrawing.of(service, callers, called, alerts.standings(incident.reference(), all, incident.open()), way);
    }

    @Override
    public boolean live() {
        return true;
    }
}
