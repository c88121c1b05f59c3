package com.srecopilot.incident.export;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The glyphs of GNU Unifont: nearly every sign of plane 0 and the emoji, drawn in 16 rows. Read when a text first needs one. */
final class Pixels {

    static final int ROWS = 16;
    /** Rows below the base line. */
    static final int DESCENT = 2;

    private final Map<Integer, byte[]> glyphs = new HashMap<>();

    Pixels() throws IOException {
        try (var file = new DataInputStream(new BufferedInputStream(new GZIPInputStream(Pixels.class.getResourceAsStream("/export/unifont.gz")), 1 << 16))) {
            int count = file.readInt();
            int[] points = new int[count];
            boolean[] wide = new boolean[count];
            for (int i = 0, last = 0; i < count; i++) {
                points[i] = last += file.readUnsignedShort();
                wide[i] = file.readBoolean();
            }
            for (int i = 0; i < count; i++) {
                glyphs.put(points[i], file.readNBytes(wide[i] ? 2 * ROWS : ROWS));
            }
        }
    }

    boolean has(int point) {
        return glyphs.containsKey(point);
    }

    int width(int point) {
        return glyphs.get(point).length == ROWS ? 8 : 16;
    }

    boolean set(int point, int row, int column) {
        byte[] glyph = glyphs.get(point);
        int octet = glyph.length == ROWS ? row : row * 2 + column / 8;
        return (glyph[octet] & 0x80 >> column % 8) != 0;
    }
}
