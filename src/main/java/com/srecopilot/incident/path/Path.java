package com.srecopilot.incident.path;

import java.util.List;

/**
 * The affected service, who calls it and what it calls, ready to be drawn in a column of 260 pixels.
 *
 * @param service empty when unknown
 * @param callersMore callers that found no place in the drawing, as {@code calledMore}
 * @param links all of it in words
 */
record Path(String service, List<Node> nodes, List<Line> lines, int height, int callersMore, int calledMore, List<Link> links) {

    /**
     * @param words the name, on one line or two
     * @param suspected where the likeliest cause lies
     */
    record Node(String name, List<String> words, String standing, String tone, int x, int y, int width, int height, boolean affected, boolean suspected) {

        /** What is written below the name. */
        public String said() {
            return (affected ? "affected, " : suspected ? "suspected, " : "") + standing;
        }

        public int middle() {
            return x + width / 2;
        }
    }

    /**
     * @param failing both ends have alerts
     * @param suspected on the way to the likeliest cause
     */
    record Line(String course, boolean failing, boolean suspected) {
    }

    /** @param calls whether the affected service calls it, rather than being called by it */
    record Link(String name, boolean calls, String standing) {
    }
}
