package com.srecopilot.incident.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A part of a log that fits on a page, whole lines as far as lines are of a sane length.
 *
 * @param part from 0
 * @param parts how many there are
 */
record LogWindow(List<LogLine> lines, int part, int parts) {

    /** Bytes of one part; a whole number of them makes a piece. */
    static final int BYTES = 1 << 14;
    private static final int LONGEST_TAIL = 1 << 12;

    static LogWindow of(Evidence evidence, int asked, EvidenceContents contents) {
        int parts = (int) Math.max(1, (evidence.bytes() + BYTES - 1) / BYTES);
        int part = Math.max(0, Math.min(asked, parts - 1));
        byte[] window = bytes(evidence, part, contents);
        byte[] next = part + 1 < parts ? bytes(evidence, part + 1, contents) : new byte[0];
        int from = part == 0 ? 0 : afterFirstLine(window);
        byte[] tail = Arrays.copyOf(next, Math.min(next.length, afterFirstLine(next)));
        String text = new String(window, from, window.length - from, StandardCharsets.UTF_8) + new String(tail, StandardCharsets.UTF_8);
        return new LogWindow(LogLine.all(text), part, parts);
    }

    /** Where the line ends that the part before has shown. */
    private static int afterFirstLine(byte[] window) {
        for (int i = 0; i < Math.min(window.length, LONGEST_TAIL); i++) {
            if (window[i] == '\n') {
                return i + 1;
            }
        }
        return 0;
    }

    private static byte[] bytes(Evidence evidence, int part, EvidenceContents contents) {
        int perPiece = Contents.PIECE / BYTES;
        byte[] piece = contents.piece(evidence, part / perPiece);
        int from = Math.min(piece.length, part % perPiece * BYTES);
        return Arrays.copyOfRange(piece, from, Math.min(piece.length, from + BYTES));
    }

    public Integer earlier() {
        return part > 0 ? part - 1 : null;
    }

    public Integer later() {
        return part + 1 < parts ? part + 1 : null;
    }
}
