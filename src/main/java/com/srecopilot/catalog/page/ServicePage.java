package com.srecopilot.catalog.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;

import com.srecopilot.catalog.ChangeView;
import com.srecopilot.catalog.Changes;
import com.srecopilot.catalog.Edge;
import com.srecopilot.catalog.ServiceDetail;
import com.srecopilot.catalog.ServicePanel;
import com.srecopilot.catalog.Services;
import com.srecopilot.identity.Cursor;
import com.srecopilot.identity.Slice;

/** Gathers what the page of one service shows, in one reading transaction. */
@Service
class ServicePage {

    private static final int CHANGES = 25;

    private final Services services;
    private final ServiceList list;
    private final Changes changes;
    private final List<ServicePanel> panels;
    private final ObjectProvider<Edge.Watch> watches;

    ServicePage(Services services, ServiceList list, Changes changes, ObjectProvider<ServicePanel> panels, ObjectProvider<Edge.Watch> watches) {
        this.services = services;
        this.list = list;
        this.changes = changes;
        this.panels = panels.stream().sorted(Comparator.comparingInt(ServicePanel::order)).toList();
        this.watches = watches;
    }

    /** @param cursor where its changes go on, or empty. @throws com.srecopilot.identity.NotFound when nobody knows it */
    @Transactional(readOnly = true)
    Map<String, Object> show(String name, String cursor) {
        ServiceDetail service = services.get(name);
        Slice<ChangeView> shown = changes.list(service.name(), CHANGES, Cursor.parse(cursor).orElse(null));
        var model = new HashMap<String, Object>();
        model.put("service", service);
        model.put("row", list.rows(List.of(service), list.health()).get(0));
        model.put("changes", shown);
        model.put("newer", cursor.isEmpty() ? null : "/services/" + service.id() + "#changes");
        model.put("older", shown.nextCursor() == null ? null : UriComponentsBuilder.fromPath("/services/{id}")
                .queryParam("changes", shown.nextCursor()).fragment("changes").buildAndExpand(service.id()).toUriString());
        model.put("panels", panels.stream().map(panel -> new Shown(panel.fragment(), panel.model(service.name()))).toList());
        var seen = new HashMap<Edge, Edge.Traffic>();
        watches.forEach(watch -> seen.putAll(watch.lately()));
        model.put("callsTo", new Calls(seen, callee -> new Edge(service.name(), callee)));
        model.put("callsFrom", new Calls(seen, caller -> new Edge(caller, service.name())));
        return model;
    }

    /** How its calls in one direction went lately. */
    record Calls(Map<Edge, Edge.Traffic> seen, Function<String, Edge> edge) {

        /** @return null when nobody saw any */
        public Edge.Traffic with(String other) {
            return seen.get(edge.apply(other));
        }
    }

    record Shown(String fragment, Object model) {
    }
}
