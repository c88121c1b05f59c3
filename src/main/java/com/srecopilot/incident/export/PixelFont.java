package com.srecopilot.incident.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType3Font;

/** Up to 200 glyphs of {@link Pixels} as a font of a PDF, made while they are met; the text can be copied and searched. */
final class PixelFont extends PDType3Font {

    private static final int MOST = 200;

    private final PDDocument document;
    private final Pixels pixels;
    private final Map<Integer, Integer> codes = new HashMap<>();
    private final COSDictionary glyphs = new COSDictionary();
    private final COSArray names = new COSArray();
    private final COSArray widths = new COSArray();
    private final StringBuilder texts = new StringBuilder();

    PixelFont(PDDocument document, Pixels pixels) throws IOException {
        super(font());
        this.document = document;
        this.pixels = pixels;
        names.add(COSInteger.ONE);
        var encoding = new COSDictionary();
        encoding.setItem(COSName.TYPE, COSName.ENCODING);
        encoding.setItem(COSName.DIFFERENCES, names);
        getCOSObject().setItem(COSName.ENCODING, encoding);
        getCOSObject().setItem(COSName.CHAR_PROCS, glyphs);
        getCOSObject().setItem(COSName.WIDTHS, widths);
    }

    private static COSDictionary font() {
        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE3);
        font.setItem(COSName.RESOURCES, new COSDictionary());
        font.setItem(COSName.FONT_BBOX, numbers(0, -Pixels.DESCENT, Pixels.ROWS, Pixels.ROWS - Pixels.DESCENT));
        font.setItem(COSName.FONT_MATRIX, numbers(1f / Pixels.ROWS, 0, 0, 1f / Pixels.ROWS, 0, 0));
        font.setInt(COSName.FIRST_CHAR, 1);
        return font;
    }

    private static COSArray numbers(float... numbers) {
        var array = new COSArray();
        for (float number : numbers) {
            array.add(new COSFloat(number));
        }
        return array;
    }

    boolean holds(int point) {
        return codes.containsKey(point);
    }

    boolean full() {
        return codes.size() == MOST;
    }

    void add(int point) throws IOException {
        int code = codes.size() + 1;
        COSName name = COSName.getPDFName("u" + Integer.toHexString(point));
        codes.put(point, code);
        names.add(name);
        widths.add(COSInteger.get(advance(point)));
        glyphs.setItem(name, stream(drawing(point)));
        getCOSObject().setInt(COSName.LAST_CHAR, code);
        texts.append("<%02X> <%s>\n".formatted(code, utf16(point)));
    }

    /** Marks that sit on the letter before them take no room of their own. */
    private int advance(int point) {
        return isMark(point) ? 0 : pixels.width(point);
    }

    static boolean isMark(int point) {
        return Character.getType(point) == Character.NON_SPACING_MARK || Character.getType(point) == Character.ENCLOSING_MARK;
    }

    /** The pixels of a row that touch are one rectangle. */
    private String drawing(int point) {
        int width = pixels.width(point);
        int left = isMark(point) ? -width : 0;
        var drawing = new StringBuilder("%d 0 %d %d %d %d d1\n".formatted(advance(point), left, -Pixels.DESCENT, left + width, Pixels.ROWS - Pixels.DESCENT));
        for (int row = 0; row < Pixels.ROWS; row++) {
            for (int from = 0; from < width; from++) {
                int to = from;
                while (to < width && pixels.set(point, row, to)) {
                    to++;
                }
                if (to > from) {
                    drawing.append("%d %d %d 1 re\n".formatted(left + from, Pixels.ROWS - Pixels.DESCENT - 1 - row, to - from));
                    from = to;
                }
            }
        }
        return drawing.append("f\n").toString();
    }

    /** So that the words can be copied and found. To be called once, when all glyphs are known. */
    void finish() throws IOException {
        getCOSObject().setItem(COSName.TO_UNICODE, stream("""
                /CIDInit /ProcSet findresource begin 12 dict begin begincmap
                /CMapName /Pixels def /CMapType 2 def
                1 begincodespacerange <00> <FF> endcodespacerange
                """ + sections() + "endcmap CMapName currentdict /CMap defineresource pop end end\n"));
    }

    /** At most 100 lines each. */
    private String sections() {
        var sections = new StringBuilder();
        String[] lines = texts.toString().split("\n");
        for (int from = 0; from < lines.length; from += 100) {
            int to = Math.min(lines.length, from + 100);
            sections.append(to - from).append(" beginbfchar\n");
            for (int i = from; i < to; i++) {
                sections.append(lines[i]).append('\n');
            }
            sections.append("endbfchar\n");
        }
        return sections.toString();
    }

    private COSStream stream(String text) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }

    private static String utf16(int point) {
        var hex = new StringBuilder();
        for (char unit : Character.toChars(point)) {
            hex.append("%04X".formatted((int) unit));
        }
        return hex.toString();
    }

    @Override
    protected byte[] encode(int point) {
        return new byte[] {codes.get(point).byteValue()};
    }

    /** In thousandths of the font size. */
    float widthOf(int point) {
        return advance(point) * 1000f / Pixels.ROWS;
    }
}
