package com.srecopilot.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

import com.srecopilot.tenancy.Needs;

@Controller
@Needs
class ServicesController {

    private static final Duration RECENT = Duration.ofDays(30);

    private final Services services;
    private final Changes changes;
    private final List<ServicePanel> panels;
    private final Clock clock;

    ServicesController(Services services, Changes changes, ObjectProvider<ServicePanel> panels, Clock clock) {
        this.services = services;
        this.changes = changes;
        this.panels = panels.stream().sorted(Comparator.comparingInt(ServicePanel::order)).toList();
        this.clock = clock;
    }

    @GetMapping("/services")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page, Model model) {
        Services.Page shown = services.page(q.strip(), Math.max(1, Math.min(page, 1_000_000)));
        var address = UriComponentsBuilder.fromPath("/services").queryParam("q", "{q}").queryParam("page", "{page}").encode();
        model.addAttribute("q", q);
        model.addAttribute("page", shown);
        model.addAttribute("newer", address.buildAndExpand(q, shown.number() - 1).toUriString());
        model.addAttribute("older", address.buildAndExpand(q, shown.number() + 1).toUriString());
        return "catalog/list";
    }

    @GetMapping("/services/{name}")
    String show(@PathVariable String name, Model model) {
        ServiceDetail service = services.get(name);
        Instant now = clock.instant();
        model.addAttribute("service", service);
        model.addAttribute("changes", changes.between(List.of(service.name()), now.minus(RECENT), now.plus(RECENT)));
        model.addAttribute("panels", panels);
        return "catalog/show";
    }
}
