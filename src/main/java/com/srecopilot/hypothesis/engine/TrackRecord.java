package com.srecopilot.hypothesis.engine;

/**
 * What the tenant's people said of earlier causes of one kind in one service.
 *
 * @param kind {@code change} or {@code service}: how the keys of such theories begin
 * @param confirmed how many of those judged were right
 * @param expected how many would have been, had the engine's confidence before it learned of any been exact
 */
public record TrackRecord(String kind, String service, int confirmed, int judged, double expected) {

    /** So many verdicts weigh as much as what the engine knew without any. */
    private static final double SHRUNK = 4;
    private static final int FEWEST_TOLD = 2;

    public TrackRecord {
        if (confirmed < 0 || confirmed > judged) {
            throw new IllegalArgumentException(confirmed + " confirmed of " + judged);
        }
    }

    String key() {
        return kind + ":" + service;
    }

    boolean worthTelling() {
        return judged >= FEWEST_TOLD;
    }

    /** "3 of 4 earlier causes like this were confirmed". */
    String words() {
        return confirmed + " of " + judged + " earlier causes like this, " + (kind.equals("change") ? "a change of " : "the fault of ") + service + ", were confirmed";
    }

    /** The confidence once more, its odds moved by how often such suspicions held against how often they should have. */
    double adjust(double confidence) {
        if (judged == 0 || confidence <= 0 || confidence >= 1) {
            return confidence;
        }
        double said = Math.max(0.05, Math.min(0.95, expected / judged));
        double held = (confirmed + SHRUNK * said) / (judged + SHRUNK);
        double odds = confidence / (1 - confidence) * (held / (1 - held)) / (said / (1 - said));
        return odds / (1 + odds);
    }
}
