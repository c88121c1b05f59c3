package com.srecopilot.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.Organisation;

/** People keep filters of lists under a name, each their own. */
class SavedFilterTests extends Desk {

    private static final String LIST = "/incidents?severity=critical&sort=-severity";

    @Test
    void aFilterIsKeptRenamedDeletedAndBroughtBack() {
        assertThat(ana.get("/incidents").body()).doesNotContain("Save filter");
        assertThat(ana.get(LIST).body()).contains("Save filter", "name=\"address\" value=\"" + LIST.replace("&", "&amp;") + "\"");
        assertThat(local(save("My team’s criticals", LIST))).isEqualTo(LIST);
        String list = ana.get("/incidents").body();
        assertThat(list).contains("Saved filters", "My team’s criticals");
        assertThat(ana.get(LIST).body()).contains("aria-current=\"page\">My team’s criticals").doesNotContain("Save filter");
        assertThat(ana.get("/alerts?status=firing").body()).doesNotContain("criticals</a>");
        submit(own(), Map.of("_method", "put", "name", "Criticals"));
        assertThat(ana.get(LIST).body()).contains(">Criticals</a>");
        assertThat(local(submit(own(), Map.of("_method", "delete")))).isEqualTo("/incidents");
        assertThat(ana.get("/incidents").body()).contains("is deleted", "value=\"Criticals\"", "Undo").doesNotContain("Saved filters");
        save("Criticals", LIST);
        assertThat(ana.get("/incidents").body()).contains(">Criticals</a>");
    }

    @Test
    void aNameThatWontDoIsRefusedAtItsField() {
        save("Criticals", LIST);
        save("Criticals", "/incidents?severity=low");
        assertThat(ana.get("/incidents?severity=low").body()).contains("This name is one that another of your filters has.", "value=\"Criticals\" aria-invalid=\"true\"", "open=\"open\"");
        save("x".repeat(61), "/incidents?severity=low");
        assertThat(ana.get("/incidents?severity=low").body()).contains("This name has 1 to 60 characters.");
        for (int i = 1; i < 20; i++) {
            save("Number " + i, "/incidents?q=" + i);
        }
        save("Too many", "/incidents?severity=low");
        assertThat(ana.get("/incidents?severity=low").body()).contains("would be one too many", "Number 19</a>").doesNotContain("Too many</a>");
    }

    @Test
    void onlyListsCanBeKeptAndOnlyByThoseWhoSeeThem() {
        for (String address : new String[] {"https://elsewhere.test/?x", "//elsewhere.test/incidents?x", "/incidents", "/incidents?a\nb", "/incidents?\\x", "/me?x=1"}) {
            assertThat(save("Elsewhere", address).statusCode()).as(address).isEqualTo(400);
        }
        save("Criticals", LIST);
        String mine = own();
        var vic = new Browsing(port);
        vic.signIn(organisation.viewer(), Organisation.PASSWORD);
        assertThat(vic.get(LIST).body()).doesNotContain("Criticals</a>").contains("Save filter");
        assertThat(vic.submit("/me", mine, Map.of("_method", "delete")).statusCode()).isEqualTo(404);
        assertThat(vic.submit("/me", mine, Map.of("_method", "put", "name", "Theirs")).statusCode()).isEqualTo(404);
        var other = new Browsing(port);
        other.signIn(Organisation.found(installation, people).admin(), Organisation.PASSWORD);
        assertThat(other.get(LIST).body()).doesNotContain("Criticals</a>");
        assertThat(other.submit("/me", mine, Map.of("_method", "delete")).statusCode()).isEqualTo(404);
        assertThat(ana.get(LIST).body()).contains("Criticals</a>");
    }

    private HttpResponse<String> save(String name, String address) {
        return submit("/me/filters", Map.of("name", name, "address", address));
    }

    private String own() {
        Matcher found = Pattern.compile("action=\"(/me/filters/[^\"]+)\"").matcher(ana.get(LIST).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String local(HttpResponse<String> redirect) {
        return redirect.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }
}
