package com.srecopilot.catalog.map;

import java.util.ArrayList;
import java.util.List;

/** How large a service is drawn: its whole name, in lines where it is long. */
record Box(int width, int height, List<String> lines) {

    private static final int LONGEST = 28;
    private static final int NARROWEST = 216;
    private static final int AROUND = 46;
    private static final double LETTER = 7.6;
    private static final int LINE = 17;

    static Box of(String name) {
        List<String> lines = new ArrayList<>();
        int[] letters = name.codePoints().toArray();
        for (int from = 0; from < letters.length; from += LONGEST) {
            lines.add(new String(letters, from, Math.min(LONGEST, letters.length - from)));
        }
        int longest = Math.min(letters.length, LONGEST);
        return new Box((int) Math.max(NARROWEST, longest * LETTER + AROUND), 32 + LINE * lines.size(), lines);
    }

    /** The base line of the words under the name. */
    public int foot() {
        return height - 12;
    }
}
