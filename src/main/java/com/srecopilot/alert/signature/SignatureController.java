package com.srecopilot.alert.signature;

import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.srecopilot.identity.IngestKeys;
import com.srecopilot.identity.Invalid;
import com.srecopilot.tenancy.Needs;

/** Which signature a source's deliveries must carry. The secret goes in and never comes out. */
@Controller
@RequestMapping("/settings/integrations/{id}/signature")
@Needs("integrations:write")
class SignatureController {

    private final IngestKeys keys;
    private final SignatureSettings signatures;

    SignatureController(IngestKeys keys, SignatureSettings signatures) {
        this.keys = keys;
        this.signatures = signatures;
    }

    @GetMapping
    String show(@PathVariable UUID id, @RequestParam(required = false) Scheme scheme, Model model) {
        Optional<Signature> set = signatures.find(id).filter(each -> scheme == null || each.scheme() == scheme);
        model.addAttribute("form", set.map(SignatureForm::of).orElseGet(() -> SignatureForm.of(scheme == null ? Scheme.GRAFANA : scheme)));
        return page(id, model);
    }

    @PostMapping
    String require(@PathVariable UUID id, @Valid @ModelAttribute("form") SignatureForm form, BindingResult errors, HttpServletResponse response, Model model) {
        if (!errors.hasErrors()) {
            try {
                keys.get(id);
                signatures.require(id, form);
                return "redirect:/settings/integrations/" + id + "#signature";
            } catch (Invalid e) {
                e.rejectIn(errors);
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return page(id, model);
    }

    @DeleteMapping
    String drop(@PathVariable UUID id) {
        signatures.drop(id);
        return "redirect:/settings/integrations/" + id + "#signature";
    }

    private String page(UUID id, Model model) {
        model.addAttribute("key", keys.get(id));
        model.addAttribute("set", signatures.find(id).orElse(null));
        model.addAttribute("schemes", Scheme.values());
        return "alert/signature";
    }
}
