package com.srecopilot.alert.source;

import java.time.Clock;
import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

import com.srecopilot.alert.signature.SignatureSettings;
import com.srecopilot.identity.BaseUrl;
import com.srecopilot.identity.IngestKeys;
import com.srecopilot.tenancy.Needs;

/** One sender's page, below the list of keys. */
@Controller
@RequestMapping("/settings/integrations/{id}")
@Needs("integrations:write")
class SourceController {

    private final IngestKeys keys;
    private final Sources sources;
    private final SignatureSettings signatures;
    private final BaseUrl baseUrl;
    private final Clock clock;

    SourceController(IngestKeys keys, Sources sources, SignatureSettings signatures, BaseUrl baseUrl, Clock clock) {
        this.keys = keys;
        this.sources = sources;
        this.signatures = signatures;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("key", keys.get(id));
        model.addAttribute("graces", Grace.values());
        model.addAttribute("baseUrl", baseUrl.of(""));
        model.addAttribute("now", clock.instant());
        model.addAttribute("signature", signatures.find(id).orElse(null));
        model.addAttribute("day", sources.day(id));
        model.addAttribute("latest", sources.latest(id));
        model.addAttribute("refused", sources.refused(id));
        return "alert/source";
    }
}
