package com.srecopilot.telemetry.source;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.srecopilot.identity.BaseUrl;
import com.srecopilot.identity.Invalid;
import com.srecopilot.tenancy.Needs;

/** {@code /settings/telemetry}. */
@Controller
@RequestMapping(TelemetryPage.PATH)
@Needs("integrations:write")
class TelemetryController {

    private final Inflow inflow;
    private final PrometheusSources sources;
    private final PrometheusTrial trial;
    private final BaseUrl baseUrl;

    TelemetryController(Inflow inflow, PrometheusSources sources, PrometheusTrial trial, BaseUrl baseUrl) {
        this.inflow = inflow;
        this.sources = sources;
        this.trial = trial;
        this.baseUrl = baseUrl;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("form", sources.find().map(set -> new PrometheusForm(set.url(), "", false, set.selectors())).orElseGet(PrometheusForm::empty));
        return page(model);
    }

    /** Saves it, or only tries it. */
    @PostMapping("/prometheus")
    String set(@ModelAttribute("form") PrometheusForm form, BindingResult errors, @RequestParam(defaultValue = "false") boolean test, HttpServletResponse response, Model model,
            RedirectAttributes next) {
        try {
            PrometheusForm checked = form.checked();
            if (test) {
                model.addAttribute("tried", trial.of(checked));
                return page(model);
            }
            sources.set(checked);
            next.addFlashAttribute("saved", true);
            return "redirect:" + TelemetryPage.PATH;
        } catch (Invalid e) {
            e.rejectIn(errors);
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return page(model);
    }

    @DeleteMapping("/prometheus")
    String drop() {
        sources.drop();
        return "redirect:" + TelemetryPage.PATH;
    }

    private String page(Model model) {
        model.addAttribute("kept", inflow.kept());
        model.addAttribute("rows", inflow.rows());
        model.addAttribute("source", sources.find().orElse(null));
        model.addAttribute("baseUrl", baseUrl.of(""));
        return "telemetry/settings";
    }
}
