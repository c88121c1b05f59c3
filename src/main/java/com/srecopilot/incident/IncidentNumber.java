package com.srecopilot.incident;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.srecopilot.identity.NotFound;

/** {@code 42} or {@code INC-42}, as it stands in a URL. Spring converts path variables through {@link #valueOf}. */
public record IncidentNumber(int value) {

    private static final Pattern FORM = Pattern.compile("(?i)(?:INC-)?(\\d{1,9})");

    public static IncidentNumber valueOf(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new NotFound("Incident “" + text + "”");
        }
        return new IncidentNumber(Integer.parseInt(matcher.group(1)));
    }

    /** What people call it: {@code INC-42}. */
    public String reference() {
        return IncidentView.reference(value);
    }

    /** Its page. */
    public String page() {
        return "/incidents/" + value;
    }
}
