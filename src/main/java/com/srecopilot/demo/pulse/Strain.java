package com.srecopilot.demo.pulse;

import java.util.Optional;

/**
 * How far from well a service is.
 *
 * @param errors what share of its requests fails
 * @param delay seconds that requests take longer
 * @param traffic how many requests come, 1 for as many as ever; {@code work} the same for what they cost
 * @param held what share of its connections is taken
 * @param says what it logs of it, {@code #} for a number; or empty
 */
public record Strain(double errors, double delay, double traffic, double work, double held, String says) {

    static final Strain NONE = new Strain(0, 0, 1, 1, 0, "");
    private static final double FELT = 0.35;

    /** @param way 0 for well, 1 for all of it */
    Strain scaled(double way) {
        return new Strain(errors * way, delay * way, 1 + (traffic - 1) * way, 1 + (work - 1) * way, held * way, way > 0 ? says : "");
    }

    /** The worse of both, each by itself. */
    Strain and(Strain other) {
        return new Strain(Math.max(errors, other.errors), Math.max(delay, other.delay), traffic * other.traffic, work * other.work,
                Math.max(held, other.held), says.isEmpty() ? other.says : says);
    }

    /** What callers notice of it. */
    Strain felt() {
        return new Strain(errors * FELT, delay * FELT, 1, 1, 0, "");
    }

    Optional<String> complaint() {
        return Optional.of(says).filter(words -> !words.isEmpty());
    }
}
