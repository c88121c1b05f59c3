package com.srecopilot.incident.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

/** A dossier as PDF, to be printed or filed. */
final class Pdf {

    private static final float BLACK = 0;
    private static final float GREY = 0.35f;
    private static final float BODY = 10;

    private final Sheet sheet;

    private Pdf(Sheet sheet) {
        this.sheet = sheet;
    }

    static byte[] of(Dossier dossier) {
        String title = dossier.reference() + " " + dossier.incident().title();
        try (var sheet = new Sheet(title)) {
            sheet.write(title, 17, BLACK, 0);
            return new Pdf(sheet).written(dossier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] written(Dossier dossier) throws IOException {
        sheet.space(8);
        for (var fact : Wording.facts(dossier).entrySet()) {
            sheet.write(fact.getKey() + ": " + fact.getValue(), BODY, GREY, 0);
        }
        sheet.space(8);
        sheet.write(dossier.incident().description(), BODY, BLACK, 0);
        list("Alerts", dossier.alerts(), Wording::alert);
        list("Linked changes", dossier.changes(), Wording::change);
        list("Status updates", dossier.statusUpdates(), Wording::update);
        list("Evidence", dossier.evidence(), Wording::evidence);
        timeline(dossier);
        sheet.space(12);
        sheet.write(Wording.origin(dossier), 8, GREY, 0);
        if (sheet.lacking()) {
            sheet.write("Some characters have no picture here and show as their code; the Markdown and JSON exports have them.", 8, GREY, 0);
        }
        return sheet.finished(dossier.reference());
    }

    private void heading(String title) throws IOException {
        sheet.space(14);
        sheet.needs(60);
        sheet.write(title, 13, BLACK, 0);
        sheet.space(3);
    }

    private <T> void list(String title, List<T> items, Function<T, String> wording) throws IOException {
        if (items.isEmpty()) {
            return;
        }
        heading(title);
        for (T item : items) {
            sheet.write(wording.apply(item), BODY, BLACK, 0);
            sheet.space(3);
        }
    }

    private void timeline(Dossier dossier) throws IOException {
        heading("Timeline");
        if (dossier.missing() != null) {
            sheet.write(dossier.missing(), BODY, GREY, 0);
        }
        for (Dossier.Line line : dossier.timeline()) {
            sheet.needs(32);
            sheet.write(Wording.time(line.at()), 8, GREY, 0);
            sheet.write(Wording.line(line), BODY, BLACK, 12);
            if (line.note() != null) {
                sheet.write(line.note(), BODY, GREY, 12);
            }
            sheet.space(4);
        }
    }
}
