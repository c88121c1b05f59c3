package com.srecopilot.dashboard;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import com.srecopilot.alert.Alerts;
import com.srecopilot.incident.IncidentCards;
import com.srecopilot.incident.IncidentFigures;
import com.srecopilot.incident.Incidents;
import com.srecopilot.tenancy.Needs;

/** {@code /}: what is broken now. */
@Controller
@Needs("incidents:read")
class DashboardController {

    private static final int OPEN = 25;
    private static final int ALERTS = 12;
    private static final Duration MTTR_WINDOW = Duration.ofDays(30);

    private final Incidents incidents;
    private final IncidentCards cards;
    private final IncidentFigures figures;
    private final Alerts alerts;
    private final ServiceTiles tiles;
    private final List<DashboardTile> parts;

    DashboardController(Incidents incidents, IncidentCards cards, IncidentFigures figures, Alerts alerts, ServiceTiles tiles,
            List<DashboardTile> parts) {
        this.incidents = incidents;
        this.cards = cards;
        this.figures = figures;
        this.alerts = alerts;
        this.tiles = tiles;
        this.parts = parts.stream().sorted(Comparator.comparing(DashboardTile::order)).toList();
    }

    @GetMapping("/")
    @Transactional(readOnly = true)
    String show(Model model) {
        model.addAttribute("counts", figures.open());
        model.addAttribute("mttr", figures.meanTimeToResolve(MTTR_WINDOW).orElse(null));
        model.addAttribute("open", cards.of(incidents.open(OPEN)));
        model.addAttribute("firing", alerts.firingCount());
        model.addAttribute("alerts", alerts.newest(ALERTS));
        model.addAttribute("tiles", tiles.worst());
        model.addAttribute("parts", parts.stream().flatMap(part -> part.model().map(shown -> new Part(part.zone(), part.fragment(), shown)).stream()).toList());
        return "dashboard/show";
    }

    record Part(String zone, String fragment, Object model) {
    }
}
