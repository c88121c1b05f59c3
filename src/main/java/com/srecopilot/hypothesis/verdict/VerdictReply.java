package com.srecopilot.hypothesis.verdict;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

import com.srecopilot.hypothesis.HypothesisView;

/** The answer to a verb on a hypothesis: its card for htmx, the incident's page for a plain form. */
final class VerdictReply {

    private VerdictReply() {
    }

    static ModelAndView judged(HypothesisView cause, HttpServletRequest request) {
        return isPartial(request) ? new ModelAndView("hypothesis/_card", Map.of("cause", cause))
                : seeOther("/incidents/" + cause.incident() + "#" + cause.anchor());
    }

    /** Keeps what was typed. @param verdict {@code validation} or {@code rejection} */
    static ModelAndView refused(HypothesisView cause, String verdict, VerdictForm form, BindingResult errors, HttpServletRequest request) {
        String problem = errors.getFieldErrors().get(0).getDefaultMessage();
        Map<String, Object> model = Map.of("cause", cause, "refused", verdict, "typed", form.isBlank() ? "" : form.reason(), "problem", problem);
        return new ModelAndView(isPartial(request) ? "hypothesis/_card" : "hypothesis/verdict", model, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView seeOther(String path) {
        RedirectView there = new RedirectView(path);
        there.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(there);
    }

    private static boolean isPartial(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }
}
