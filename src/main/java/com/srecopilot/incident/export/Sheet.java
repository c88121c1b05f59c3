package com.srecopilot.incident.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A4 paper that text is written on from top to bottom: wrapped, page after page, with a foot. */
final class Sheet implements AutoCloseable {

    private static final float MARGIN = 56;
    private static final float FOOT = 30;
    private static final PDRectangle PAPER = PDRectangle.A4;

    private final PDDocument document = new PDDocument();
    private final Glyphs glyphs;
    private PDPageContentStream ink;
    private float y;

    Sheet(String title) throws IOException {
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage("en");
        glyphs = new Glyphs(document);
        turn();
    }

    boolean lacking() {
        return glyphs.lacking();
    }

    void space(float points) {
        y -= points;
    }

    /** Keeps a heading with what follows it. */
    void needs(float points) throws IOException {
        if (y - points < MARGIN) {
            turn();
        }
    }

    /**
     * @param grey 0 for black up to 1 for white
     * @param indent in points from the left margin
     */
    void write(String words, float size, float grey, float indent) throws IOException {
        float most = PAPER.getWidth() - 2 * MARGIN - indent;
        for (String paragraph : words.strip().lines().toList()) {
            boolean rightToLeft = Glyphs.rightToLeft(paragraph);
            for (String line : wrapped(glyphs.drawable(paragraph), most * 1000 / size)) {
                needs(size * 1.4f);
                y -= size * 1.4f;
                float from = rightToLeft ? most - glyphs.width(line.stripTrailing()) * size / 1000 : 0;
                draw(ink, Glyphs.onPaper(line.stripTrailing(), rightToLeft), size, grey, MARGIN + indent + from, y);
            }
        }
    }

    private void draw(PDPageContentStream pen, String line, float size, float grey, float x, float at) throws IOException {
        pen.beginText();
        pen.setNonStrokingColor(grey);
        pen.newLineAtOffset(x, at);
        for (Glyphs.Run run : glyphs.runs(line)) {
            pen.setFont(run.font(), size);
            pen.showText(run.words());
        }
        pen.endText();
    }

    private void turn() throws IOException {
        if (ink != null) {
            ink.close();
        }
        var page = new PDPage(PAPER);
        document.addPage(page);
        ink = new PDPageContentStream(document, page);
        y = PAPER.getHeight() - MARGIN;
    }

    private List<String> wrapped(String text, float most) throws IOException {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        float width = 0;
        for (String word : text.split("(?<= )")) {
            float wide = glyphs.width(word);
            if (width + wide > most && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
                width = 0;
            }
            if (wide > most) {
                word = broken(word, most, lines);
                wide = glyphs.width(word);
            }
            line.append(word);
            width += wide;
        }
        lines.add(line.toString());
        return lines;
    }

    /** Fills lines with a word that is longer than one, and answers what is left of it. */
    private String broken(String word, float most, List<String> lines) throws IOException {
        var piece = new StringBuilder();
        float width = 0;
        for (int point : word.codePoints().toArray()) {
            String glyph = Character.toString(point);
            float wide = glyphs.width(glyph);
            if (width + wide > most) {
                lines.add(piece.toString());
                piece.setLength(0);
                width = 0;
            }
            piece.append(glyph);
            width += wide;
        }
        return piece.toString();
    }

    byte[] finished(String foot) throws IOException {
        ink.close();
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            try (var pen = new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true)) {
                draw(pen, foot + " · page " + (i + 1) + " of " + pages, 8, 0.4f, MARGIN, FOOT);
            }
        }
        glyphs.finish();
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
