package com.srecopilot.identity.search;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.srecopilot.identity.search.Jump.Found;
import com.srecopilot.tenancy.Needs;

/** A page of what is found; for the box in the top bar the list only. What is one thing's very name leads straight to it. */
@Controller
@Needs
class SearchController {

    private static final int IN_THE_BOX = 5;
    private static final int ON_THE_PAGE = 20;

    private final Jump jump;

    SearchController(Jump jump) {
        this.jump = jump;
    }

    @GetMapping("/search")
    String find(@RequestParam(defaultValue = "") String q, HttpServletRequest request, Model model) {
        boolean box = request.getHeader("HX-Request") != null;
        List<Found> found = jump.find(q, box ? IN_THE_BOX : ON_THE_PAGE);
        model.addAttribute("q", q.strip());
        model.addAttribute("found", found);
        if (box) {
            return "identity/_found";
        }
        return found.stream().flatMap(kind -> kind.items().stream()).filter(item -> item.label().equalsIgnoreCase(q.strip()) || item.note().equalsIgnoreCase(q.strip()))
                .findFirst().map(item -> "redirect:" + item.path()).orElse("identity/search");
    }
}
