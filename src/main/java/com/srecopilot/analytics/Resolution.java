package com.srecopilot.analytics;

import com.srecopilot.incident.IncidentTrends.Took;

/** How long resolving took in a period, and in the one before it. */
public record Resolution(long incidents, String mean, String median, String middle, String comparison) {

    private static final int FEW = 10;
    private static final double NOTABLE = 0.05;

    static Resolution of(Took now, Took before) {
        return new Resolution(now.incidents(), Unit.words(now.mean()), Unit.words(now.median()),
                now.incidents() < TrendChart.ENOUGH ? "" : Unit.words(now.low()) + " to " + Unit.words(now.high()), comparison(now, before));
    }

    private static String comparison(Took now, Took before) {
        if (now.incidents() < FEW || before.incidents() < FEW) {
            return "too few to compare with the time before";
        }
        double change = now.median() - before.median();
        if (Math.abs(change) < NOTABLE * before.median()) {
            return "about as in the time before";
        }
        return Unit.words(Math.abs(change)) + (change < 0 ? " faster" : " slower") + " than in the time before";
    }

    /** In a sentence. */
    public String words() {
        if (incidents == 0) {
            return "No incident was resolved in this time.";
        }
        return "%d incident%s resolved: half within %s%s; mean %s.%s".formatted(incidents, incidents == 1 ? " was" : "s were", median,
                middle.isEmpty() ? "" : ", the middle half " + middle, mean, incidents < FEW ? " So few say little." : "");
    }
}
