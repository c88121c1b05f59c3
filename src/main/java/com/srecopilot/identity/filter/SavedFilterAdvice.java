package com.srecopilot.identity.filter;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import com.srecopilot.identity.access.Paths;
import com.srecopilot.tenancy.Actor;

/** Gives the lists what {@code identity/_filters} shows. */
@ControllerAdvice
class SavedFilterAdvice {

    private final SavedFilters filters;

    SavedFilterAdvice(SavedFilters filters) {
        this.filters = filters;
    }

    @ModelAttribute
    void saved(HttpServletRequest request, Model model) {
        String path = Paths.of(request);
        if (request.getMethod().equals("GET") && SavedFilterController.PATHS.contains(path) && Actor.present().isPresent()) {
            model.addAttribute("savedFilters", filters.of(path));
        }
    }
}
