package com.srecopilot.identity.signin;

import java.util.List;

/** A browser's name, as its owner would say it. */
final class Browser {

    private static final List<String> NAMES = List.of("Edg", "OPR", "Firefox", "Chrome", "Safari");
    private static final List<String> SYSTEMS = List.of("Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux");

    private Browser() {
    }

    /** {@code Firefox on Linux}; {@code Unknown browser} when it doesn't say. */
    static String name(String userAgent) {
        String text = userAgent == null ? "" : userAgent;
        String name = NAMES.stream().filter(text::contains).findFirst().orElse("Unknown browser");
        String known = switch (name) {
            case "Edg" -> "Edge";
            case "OPR" -> "Opera";
            default -> name;
        };
        return SYSTEMS.stream().filter(text::contains).findFirst().map(system -> known + " on " + system).orElse(known);
    }
}
