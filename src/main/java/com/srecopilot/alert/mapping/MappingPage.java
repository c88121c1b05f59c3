package com.srecopilot.alert.mapping;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import com.srecopilot.identity.IngestKeys;
import com.srecopilot.identity.Invalid;
import com.srecopilot.identity.People;

/** What the page of a mapping shows around its form. */
@Component
class MappingPage {

    private final MappingVersions versions;
    private final MappingPreview preview;
    private final IngestKeys keys;
    private final People people;

    MappingPage(MappingVersions versions, MappingPreview preview, IngestKeys keys, People people) {
        this.versions = versions;
        this.preview = preview;
        this.keys = keys;
        this.people = people;
    }

    /** A version and the name of who saved it. */
    record Row(MappingVersions.Version version, String by) {
    }

    /** @param form tried on the last payloads; where it is wrong only the form says so */
    String whole(UUID id, MappingForm form, Model model) {
        List<MappingVersions.Version> saved = versions.of(id);
        model.addAttribute("key", keys.get(id));
        model.addAttribute("seen", saved.isEmpty() ? 0 : saved.get(0).number());
        model.addAttribute("versions", saved.stream().map(each -> new Row(each, each.savedBy() == null ? "the system" : people.named(each.savedBy()).name())).toList());
        try {
            model.addAttribute("previews", preview.of(id, Reading.of(form)));
        } catch (Invalid e) {
            model.addAttribute("unclear", e.getMessage());
        }
        return "alert/mapping";
    }
}
