package com.srecopilot.incident.undo;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Tells what was done and offers to take it back: a toast for htmx, a bar on the page that a plain form leads to. */
@Component
public class ActReply {

    private final JsonMapper json;

    ActReply(JsonMapper json) {
        this.json = json;
    }

    /** @param undo where it can be taken back, or null */
    public void toast(HttpServletResponse response, String text, String undo) {
        Map<String, String> toast = new HashMap<>(Map.of("text", text));
        if (undo != null) {
            toast.put("undo", undo);
        }
        response.setHeader("HX-Trigger", ascii(json.writeValueAsString(Map.of("toast", toast))));
    }

    /** @param back a page of incidents; anything else leads to their list. @param act null when there is nothing to tell */
    public String page(String back, Act act) {
        String page = back != null && back.matches("/incidents([/?][^\\s\\\\]*)?") && !back.contains("//") ? back : "/incidents";
        var address = UriComponentsBuilder.fromUriString(page).replaceQueryParam("done");
        return (act == null ? address : address.queryParam("done", act.id())).build().toUriString();
    }

    /** Header fields carry ASCII only; JSON can say the rest in it. */
    private static String ascii(String text) {
        return text.chars().mapToObj(c -> c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c)).collect(Collectors.joining());
    }
}
