package com.srecopilot.analytics;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.srecopilot.tenancy.Needs;

/** {@code /analytics}. */
@Controller
@Needs("incidents:read")
class AnalyticsController {

    private final Analytics analytics;

    AnalyticsController(Analytics analytics) {
        this.analytics = analytics;
    }

    @GetMapping("/analytics")
    String show(@RequestParam(defaultValue = "90") int days, @RequestParam(defaultValue = "") String service, Model model) {
        model.addAllAttributes(analytics.of(days, service));
        return "analytics/show";
    }
}
