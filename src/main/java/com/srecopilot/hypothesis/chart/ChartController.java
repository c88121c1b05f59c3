package com.srecopilot.hypothesis.chart;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.srecopilot.hypothesis.Fact;
import com.srecopilot.hypothesis.Hypotheses;
import com.srecopilot.hypothesis.HypothesisView;
import com.srecopilot.identity.NotFound;
import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.tenancy.Needs;

/** What was measured of a service, as it was kept beside the suspected causes of an incident. */
@Controller
@Needs("hypotheses:read")
class ChartController {

    private final Hypotheses hypotheses;

    ChartController(Hypotheses hypotheses) {
        this.hypotheses = hypotheses;
    }

    /** @param metric empty for what no metric says: logs, spans, the calls around */
    @GetMapping("/incidents/{number}/hypotheses/charts")
    ModelAndView show(@PathVariable IncidentNumber number, @RequestParam String service, @RequestParam(defaultValue = "") String metric) {
        List<HypothesisView> causes = hypotheses.of(number.value()).all();
        List<Fact> facts = causes.stream().flatMap(cause -> cause.evidence().stream()).filter(fact -> fact.isOf(service, metric)).distinct().toList();
        if (facts.isEmpty()) {
            throw new NotFound("What was measured of " + service);
        }
        List<HypothesisView> suspecting = causes.stream().filter(cause -> cause.evidence().stream().anyMatch(facts::contains)).toList();
        return new ModelAndView("hypothesis/chart", Map.of("number", number.value(), "service", service, "facts", facts, "causes", suspecting));
    }
}
