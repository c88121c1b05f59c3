package com.srecopilot.analytics;

/** What an axis of time counts in. */
enum Unit {

    MINUTES("minutes", 60), HOURS("hours", 3_600), DAYS("days", 86_400);

    private static final int FAR = 4;

    private final String word;
    private final int seconds;

    Unit(String word, int seconds) {
        this.word = word;
        this.seconds = seconds;
    }

    static Unit of(double longestSeconds) {
        return longestSeconds < FAR * HOURS.seconds ? MINUTES : longestSeconds < FAR * DAYS.seconds ? HOURS : DAYS;
    }

    String word() {
        return word;
    }

    int seconds() {
        return seconds;
    }

    /** {@code 40 s}, {@code 11 min}, {@code 1 h 20 min}, {@code 1 d 4 h}. */
    static String words(double duration) {
        long whole = Math.round(duration);
        long minutes = whole / MINUTES.seconds;
        long hours = whole / HOURS.seconds;
        return minutes < 1 ? whole + " s" : hours < 1 ? minutes + " min"
                : hours < 24 ? "%d h %02d min".formatted(hours, minutes % 60) : "%d d %d h".formatted(hours / 24, hours % 24);
    }
}
