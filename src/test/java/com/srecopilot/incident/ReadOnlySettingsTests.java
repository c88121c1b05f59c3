package com.srecopilot.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.Organisation;

/** Whoever may only read a page of settings sees what holds, no controls that would be refused, and whom to ask; scripts or not. */
class ReadOnlySettingsTests extends Desk {

    private static final String SENTENCE = "You may read this page. Changing it takes the role Admin or SRE lead.";

    @Test
    void readersOfSettingsSeeNoControlsAndWhomToAsk() {
        var vic = new Browsing(port);
        vic.signIn(organisation.viewer(), Organisation.PASSWORD);
        for (String path : new String[] {"/settings/grouping", "/settings/incidents", "/settings/maintenance", "/alerts/silences"}) {
            assertThat(vic.get(path).body()).as(path).contains(SENTENCE).doesNotContain("class=\"button primary\"", "<textarea", "type=\"number\"");
            assertThat(ana.get(path).body()).as(path).doesNotContain(SENTENCE).contains("class=\"button primary\"");
        }
        assertThat(vic.get("/settings/incidents").body()).contains("<dt>Critical</dt><dd>never</dd>");
    }
}
