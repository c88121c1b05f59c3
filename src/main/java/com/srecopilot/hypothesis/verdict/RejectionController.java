package com.srecopilot.hypothesis.verdict;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import com.srecopilot.hypothesis.Hypotheses;
import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.tenancy.Needs;

/** {@code POST}: this was not the cause, because. {@code DELETE} takes that back. */
@Controller
@RequestMapping("/incidents/{number}/hypotheses/{id}/rejection")
@Needs("hypotheses:write")
class RejectionController {

    private final Hypotheses hypotheses;

    RejectionController(Hypotheses hypotheses) {
        this.hypotheses = hypotheses;
    }

    @PostMapping
    ModelAndView reject(@PathVariable IncidentNumber number, @PathVariable UUID id, @Valid VerdictForm form, BindingResult errors,
            HttpServletRequest request) {
        if (form.isBlank()) {
            errors.rejectValue("reason", "blank", "is missing: others will ask why this was ruled out");
        }
        if (errors.hasErrors()) {
            return VerdictReply.refused(hypotheses.get(number.value(), id), "rejection", form, errors, request);
        }
        return VerdictReply.judged(hypotheses.reject(number.value(), id, form.reason()), request);
    }

    @DeleteMapping
    ModelAndView takeBack(@PathVariable IncidentNumber number, @PathVariable UUID id, HttpServletRequest request) {
        return VerdictReply.judged(hypotheses.takeBack(number.value(), id), request);
    }
}
