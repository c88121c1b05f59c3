package com.srecopilot.alert.list;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import com.srecopilot.alert.AlertPanel;
import com.srecopilot.alert.AlertView;
import com.srecopilot.alert.receipt.Receipts;
import com.srecopilot.catalog.ServiceView;
import com.srecopilot.identity.Slice;
import com.srecopilot.search.Sorting;
import com.srecopilot.tenancy.Needs;

@Controller
@Needs("alerts:read")
class AlertsController {

    private static final int DELIVERIES = 10;
    private static final int EPISODES = 20;

    private final AlertList alerts;
    private final AlertLines lines;
    private final Receipts receipts;
    private final List<AlertPanel> panels;
    private final Clock clock;

    AlertsController(AlertList alerts, AlertLines lines, Receipts receipts, ObjectProvider<AlertPanel> panels, Clock clock) {
        this.alerts = alerts;
        this.lines = lines;
        this.receipts = receipts;
        this.panels = panels.stream().sorted(Comparator.comparingInt(AlertPanel::order)).toList();
        this.clock = clock;
    }

    @GetMapping("/alerts")
    @Transactional(readOnly = true)
    String list(AlertFilter.Asked asked, @RequestParam(required = false) String sort, @RequestParam(required = false) String cursor, Model model) {
        AlertFilter filter = asked.filter(clock);
        AlertOrder order = AlertOrder.of(sort);
        AlertConditions conditions = alerts.conditions(filter);
        AlertList.Facets facets = alerts.facets(conditions);
        AlertOrder.Place after = AlertOrder.Place.parse(cursor);
        AlertLines.Lines lines = this.lines.page(conditions, order, Slice.limit(null), after, facets.total());
        Slice<AlertView> page = lines.page();
        model.addAttribute("filter", filter).addAttribute("order", order);
        model.addAttribute("sorting", Sorting.of(AlertOrder.values(), order, each -> filter.query(each, null)));
        model.addAttribute("facets", facets);
        model.addAttribute("more", facets.atLeast() ? "+" : "");
        model.addAttribute("here", filter.query(order, cursor));
        model.addAttribute("page", page);
        model.addAttribute("flaps", lines.flaps());
        model.addAttribute("shown", lines.shown());
        model.addAttribute("address", filter.query(order, null));
        model.addAttribute("newest", after == null ? null : filter.query(order, null));
        model.addAttribute("older", page.nextCursor() == null ? null : filter.query(order, page.nextCursor()));
        return "alert/list";
    }

    @GetMapping("/alerts/{id}")
    @Transactional(readOnly = true)
    String show(@PathVariable UUID id, Model model) {
        AlertView alert = alerts.get(id);
        model.addAttribute("alert", alert);
        model.addAttribute("servicePath", ServiceView.path(alert.service()));
        model.addAttribute("deliveries", receipts.ofAlert(id, DELIVERIES));
        model.addAttribute("episodes", alerts.episodes(alert, EPISODES));
        model.addAttribute("panels", panels);
        return "alert/show";
    }
}
