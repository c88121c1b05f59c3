package com.srecopilot.incident.list;


import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.srecopilot.identity.People;
import com.srecopilot.incident.IncidentCard;
import com.srecopilot.incident.IncidentCards;
import com.srecopilot.tenancy.Needs;

/** The list of incidents. */
@Controller
@Needs("incidents:read")
class IncidentListController {

    private static final int PAGE = 50;

    private final IncidentSearch search;
    private final IncidentCards cards;
    private final People people;

    IncidentListController(IncidentSearch search, IncidentCards cards, People people) {
        this.search = search;
        this.cards = cards;
        this.people = people;
    }

    @GetMapping("/incidents")
    @Transactional(readOnly = true)
    String list(IncidentQuery query, @RequestParam(required = false) String cursor, @RequestParam(defaultValue = "false") boolean all,
            Model model) {
        IncidentFilter filter = query.filter();
        IncidentSearch.Found found = search.page(filter, query.order(), cursor, PAGE);
        List<IncidentCard> shown = cards.of(found.items());
        model.addAttribute("query", query);
        model.addAttribute("filter", filter);
        model.addAttribute("open", shown.stream().filter(card -> card.incident().open()).toList());
        model.addAttribute("resolved", shown.stream().filter(card -> !card.incident().open()).toList());
        model.addAttribute("found", found);
        model.addAttribute("first", cursor == null);
        model.addAttribute("address", query.here(null));
        model.addAttribute("newest", cursor == null ? null : query.here(null));
        model.addAttribute("older", found.nextCursor() == null ? null : query.url(found.nextCursor()));
        String here = query.here(cursor);
        model.addAttribute("here", here);
        model.addAttribute("all", all);
        model.addAttribute("selectAll", here + (here.contains("?") ? "&" : "?") + "all=true");
        model.addAttribute("more", found.counts().atLeast() ? "+" : "");
        found.counts().facets().forEach((facet, values) -> model.addAttribute(facet + "Counts", values));
        model.addAttribute("people", people.all());
        return "incident/list";
    }
}
