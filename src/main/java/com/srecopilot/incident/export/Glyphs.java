package com.srecopilot.incident.export;

import java.io.IOException;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of a PDF: Liberation Sans (Latin, Greek, Cyrillic, Hebrew), which comes with PDFBox, and for all other signs GNU
 * Unifont's pixels. Only used glyphs are embedded.
 */
final class Glyphs {

    private static final String LIBERATION = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String MIRRORED = "()[]{}<>«»";

    private final PDDocument document;
    private final PDType0Font font;
    private final CmapLookup known;
    private final Map<Integer, Float> widths = new HashMap<>();
    private final List<PixelFont> drawn = new ArrayList<>();
    private Pixels pixels;
    private boolean lacking;

    Glyphs(PDDocument document) throws IOException {
        this.document = document;
        try (var file = PDDocument.class.getResourceAsStream(LIBERATION)) {
            TrueTypeFont ttf = new TTFParser().parse(new RandomAccessReadBuffer(file));
            ttf.setEnableGsub(false); // Ligatures cost most of the time and nobody misses them.
            known = ttf.getUnicodeCmapLookup();
            font = PDType0Font.load(document, ttf, true);
        }
    }

    /** Words in one font. */
    record Run(PDFont font, String words) {
    }

    /** Whether a character was met that no font has a picture of. */
    boolean lacking() {
        return lacking;
    }

    /** The words with letters as they join, control characters as spaces, and what can't be drawn as its code. */
    String drawable(String words) throws IOException {
        var drawable = new StringBuilder(words.length());
        for (int point : ArabicForms.shaped(words).codePoints().toArray()) {
            if (Character.isWhitespace(point) || Character.isISOControl(point)) {
                drawable.append(' ');
            } else if (Character.getType(point) != Character.FORMAT && !isVariation(point)) {
                drawable.append(has(point) ? Character.toString(point) : code(point));
            }
        }
        return drawable.toString();
    }

    private boolean has(int point) throws IOException {
        if (known.getGlyphId(point) != 0) {
            return true;
        }
        pixels = pixels == null ? new Pixels() : pixels;
        return pixels.has(point);
    }

    private String code(int point) {
        lacking = true;
        return "[U+%04X]".formatted(point);
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
            seen = fontOf(point) instanceof PixelFont drawn ? drawn.widthOf(point) : font.getStringWidth(Character.toString(point));
            widths.put(point, seen);
        }
        return seen;
    }

    private PDFont fontOf(int point) throws IOException {
        if (known.getGlyphId(point) != 0) {
            return font;
        }
        for (PixelFont each : drawn) {
            if (each.holds(point)) {
                return each;
            }
        }
        if (drawn.isEmpty() || drawn.get(drawn.size() - 1).full()) {
            drawn.add(new PixelFont(document, pixels));
        }
        PixelFont last = drawn.get(drawn.size() - 1);
        last.add(point);
        return last;
    }

    /** @param line as on paper */
    List<Run> runs(String line) throws IOException {
        var runs = new ArrayList<Run>();
        int from = 0;
        PDFont now = null;
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            PDFont next = fontOf(line.codePointAt(i));
            if (now != null && next != now) {
                runs.add(new Run(now, line.substring(from, i)));
                from = i;
            }
            now = next;
        }
        if (now != null) {
            runs.add(new Run(now, line.substring(from)));
        }
        return runs;
    }

    /** Once all is drawn. */
    void finish() throws IOException {
        for (PixelFont each : drawn) {
            each.finish();
        }
    }

    static boolean rightToLeft(String paragraph) {
        return !new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }

    /** From the order of writing to the order on paper: right-to-left words are turned. */
    static String onPaper(String line, boolean rightToLeft) {
        var bidi = new Bidi(line, rightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        if (bidi.isLeftToRight()) {
            return line;
        }
        int count = bidi.getRunCount();
        byte[] levels = new byte[count];
        String[] runs = new String[count];
        for (int i = 0; i < count; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            String run = line.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
            runs[i] = levels[i] % 2 == 0 ? run : turned(run);
        }
        Bidi.reorderVisually(levels, 0, runs, 0, count);
        return String.join("", runs);
    }

    /** Marks stay behind their letter, and brackets open the other way. */
    private static String turned(String run) {
        var turned = new StringBuilder(run.length());
        int at = 0;
        for (int point : run.codePoints().toArray()) {
            at = PixelFont.isMark(point) ? at : 0;
            int pair = MIRRORED.indexOf(point);
            String sign = pair < 0 ? Character.toString(point) : MIRRORED.substring(pair ^ 1, (pair ^ 1) + 1);
            turned.insert(at, sign);
            at += sign.length();
        }
        return turned.toString();
    }
}
