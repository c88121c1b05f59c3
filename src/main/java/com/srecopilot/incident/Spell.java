package com.srecopilot.incident;

/** A length of time in the words of the pages: {@code 40 s}, {@code 11 min}, {@code 1 h 20 min}, {@code 1 d 4 h}. */
public final class Spell {

    private Spell() {
    }

    public static String of(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 60) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        return hours < 24 ? "%d h %02d min".formatted(hours, minutes % 60) : "%d d %d h".formatted(hours / 24, hours % 24);
    }
}
