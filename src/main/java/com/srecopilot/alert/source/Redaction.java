package com.srecopilot.alert.source;

import java.util.regex.Pattern;

/** Takes what looks like a secret out of a payload before somebody reads it: by the field's name, also in JSON within a string, and in addresses. */
public final class Redaction {

    private static final String NAME = "(?i:password|passwd|secret|token|api_?key|authorization|credential|routing_key|integration_key|signature|cookie)";
    private static final Pattern FIELD = Pattern.compile("(\"[^\"\\\\]{0,60}" + NAME + "[^\"\\\\]{0,60}\"\\s*:\\s*)\"(?:[^\"\\\\]++|\\\\.)*+\"?");
    /** A field of JSON that is itself a string, at any depth of escaping. */
    private static final Pattern NESTED = Pattern.compile("(\\\\+\"[^\"\\\\]{0,60}" + NAME + "[^\"\\\\]{0,60}\\\\+\"\\s*:\\s*\\\\+\")[^\"\\\\]*+");
    private static final Pattern PARAMETER = Pattern.compile("([?&;][\\w.-]{0,60}(?i:password|secret|token|key|signature|sig|auth)[\\w.-]{0,60}=)[^&;\\s\"'<>\\\\]+");
    private static final Pattern USER = Pattern.compile("(://[^/\\s:@\"]{0,200}:)[^/\\s@\"]{1,200}(?=@)");
    private static final Pattern BEARER = Pattern.compile("((?i:bearer|basic)\\s+)[A-Za-z0-9._~+/=-]{8,}");
    private static final int SHOWN = 4_000;

    private Redaction() {
    }

    /** At most 4 000 characters of it. */
    public static String of(String payload) {
        return whole(payload.length() > SHOWN ? payload.substring(0, SHOWN) + "…" : payload);
    }

    /** All of it; JSON stays JSON. */
    public static String whole(String payload) {
        String shown = FIELD.matcher(payload).replaceAll("$1\"•••\"");
        for (Pattern pattern : new Pattern[] {NESTED, PARAMETER, USER, BEARER}) {
            shown = pattern.matcher(shown).replaceAll("$1•••");
        }
        return shown;
    }
}
