package com.srecopilot.catalog.file;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.srecopilot.tenancy.Needs;

/** The file as a page: take it out, look at what another one would do, take it in. */
@Controller
@RequestMapping("/services/yaml")
class CatalogFileController {

    static final MediaType YAML = MediaType.parseMediaType("application/yaml;charset=UTF-8");

    private final CatalogWriter writer;
    private final Import imports;

    CatalogFileController(CatalogWriter writer, Import imports) {
        this.writer = writer;
        this.imports = imports;
    }

    @GetMapping
    @Needs
    String page() {
        return "catalog/yaml";
    }

    @GetMapping("/services.yaml")
    @Needs
    ResponseEntity<String> export() {
        return ResponseEntity.ok().contentType(YAML).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"services.yaml\"").body(writer.write());
    }

    /** Changes nothing. */
    @PostMapping
    @Needs("services:write")
    String preview(@RequestParam(defaultValue = "") String text, @RequestParam(required = false) MultipartFile file,
            @RequestParam(defaultValue = "false") boolean remove, Model model, HttpServletResponse response) throws IOException {
        return show(imports.look(Import.text(text, file), remove), model, response);
    }

    /** @param seen the fingerprint of the plan that was looked at: another one is shown before it is done */
    @PostMapping("/import")
    @Needs("services:write")
    String apply(@RequestParam String text, @RequestParam(defaultValue = "false") boolean remove, @RequestParam String seen, Model model,
            HttpServletResponse response, RedirectAttributes after) {
        Import.Outcome outcome = imports.apply(text, remove, seen);
        if (!outcome.done()) {
            return show(outcome, model, response);
        }
        after.addFlashAttribute("done", outcome.plan().words());
        return "redirect:/services/yaml";
    }

    private static String show(Import.Outcome outcome, Model model, HttpServletResponse response) {
        if (!outcome.problems().isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        }
        model.addAttribute("outcome", outcome);
        return "catalog/yaml";
    }
}
