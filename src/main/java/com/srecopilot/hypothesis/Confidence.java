package com.srecopilot.hypothesis;

/** How sure, always as word and number. The word follows the number that is shown, not its unseen decimals. */
public record Confidence(double value) {

    public int percent() {
        return (int) Math.round(value * 100);
    }

    public String word() {
        int percent = percent();
        return percent >= 90 ? "Almost certain" : percent >= 70 ? "Likely" : percent >= 40 ? "Possible"
                : percent >= 15 ? "Unlikely" : "Remote";
    }

    /** "Likely, 75 %". */
    @Override
    public String toString() {
        return word() + ", " + percent() + " %";
    }
}
