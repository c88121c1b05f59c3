package com.srecopilot.incident.export;

import java.io.IOException;
import java.text.Bidi;
import java.util.HashMap;
import java.util.Map;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The one font of a PDF: Liberation Sans (Latin, Greek, Cyrillic, Hebrew), which comes with PDFBox. Only used glyphs are embedded. */
final class Glyphs {

    private static final String LIBERATION = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int STAND_IN = '?';

    private final PDType0Font font;
    private final CmapLookup known;
    private final Map<Integer, Float> widths = new HashMap<>();
    private boolean lacking;

    Glyphs(PDDocument document) throws IOException {
        try (var file = PDDocument.class.getResourceAsStream(LIBERATION)) {
            TrueTypeFont ttf = new TTFParser().parse(new RandomAccessReadBuffer(file));
            ttf.setEnableGsub(false); // Ligatures cost most of the time and nobody misses them.
            known = ttf.getUnicodeCmapLookup();
            font = PDType0Font.load(document, ttf, true);
        }
    }

    PDType0Font font() {
        return font;
    }

    /** Whether a character was met that the font has no picture of, such as an emoji. */
    boolean lacking() {
        return lacking;
    }

    /** The words with what can't be drawn replaced by question marks, control characters by spaces. */
    String drawable(String words) {
        var drawable = new StringBuilder(words.length());
        words.codePoints().filter(point -> Character.getType(point) != Character.FORMAT && !isVariation(point)).forEach(point -> {
            if (Character.isWhitespace(point) || Character.isISOControl(point)) {
                drawable.append(' ');
            } else if (known.getGlyphId(point) != 0) {
                drawable.appendCodePoint(point);
            } else {
                lacking = true;
                drawable.appendCodePoint(STAND_IN);
            }
        });
        return drawable.toString();
    }

    private static boolean isVariation(int point) {
        return point >= 0xFE00 && point <= 0xFE0F;
    }

    /** In thousandths of the font size. */
    float width(String drawable) throws IOException {
        float width = 0;
        for (int i = 0; i < drawable.length(); i += Character.charCount(drawable.codePointAt(i))) {
            width += width(drawable.codePointAt(i));
        }
        return width;
    }

    private float width(int point) throws IOException {
        Float seen = widths.get(point);
        if (seen == null) {
            seen = font.getStringWidth(Character.toString(point));
            widths.put(point, seen);
        }
        return seen;
    }

    /** From the order of writing to the order on paper: right-to-left words are turned. */
    static String onPaper(String line) {
        var bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        if (bidi.isLeftToRight()) {
            return line;
        }
        int count = bidi.getRunCount();
        byte[] levels = new byte[count];
        String[] runs = new String[count];
        for (int i = 0; i < count; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            String run = line.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
            runs[i] = levels[i] % 2 == 0 ? run : new StringBuilder(run).reverse().toString();
        }
        Bidi.reorderVisually(levels, 0, runs, 0, count);
        return String.join("", runs);
    }
}
