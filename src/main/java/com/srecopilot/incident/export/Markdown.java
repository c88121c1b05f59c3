package com.srecopilot.incident.export;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A dossier as Markdown. People's words stay words: nothing in them becomes a heading, a link or HTML. */
final class Markdown {

    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]#|~!]");
    private static final Pattern BLOCK_START = Pattern.compile("^([-+=])|^(\\d{1,9})([.)])");

    private final StringBuilder text = new StringBuilder();

    private Markdown() {
    }

    static String of(Dossier dossier) {
        var page = new Markdown();
        page.head(dossier);
        page.list("Alerts", dossier.alerts(), Wording::alert);
        page.list("Linked changes", dossier.changes(), Wording::change);
        page.list("Status updates", dossier.statusUpdates(), Wording::update);
        page.list("Evidence", dossier.evidence(), Wording::evidence);
        page.timeline(dossier);
        page.text.append("\n---\n\n").append(escaped(Wording.origin(dossier))).append('\n');
        return page.text.toString();
    }

    private void head(Dossier dossier) {
        text.append("# ").append(dossier.reference()).append(' ').append(inLine(dossier.incident().title())).append("\n\n");
        Wording.facts(dossier).forEach((name, value) -> text.append("- **").append(name).append(":** ").append(inLine(value)).append('\n'));
        text.append('\n').append(paragraphs(dossier.incident().description(), "")).append('\n');
    }

    private <T> void list(String title, List<T> items, Function<T, String> wording) {
        if (!items.isEmpty()) {
            text.append("\n## ").append(title).append("\n\n");
            items.forEach(item -> text.append("- ").append(inLine(wording.apply(item))).append('\n'));
        }
    }

    private void timeline(Dossier dossier) {
        text.append("\n## Timeline\n\n");
        if (dossier.missing() != null) {
            text.append(dossier.missing()).append("\n\n");
        }
        for (Dossier.Line line : dossier.timeline()) {
            text.append("- **").append(Wording.time(line.at())).append("** ").append(inLine(Wording.line(line))).append('\n');
            if (line.note() != null) {
                text.append('\n').append(paragraphs(line.note(), "  ")).append("\n\n");
            }
        }
    }

    /** Lines stay lines. */
    private static String paragraphs(String words, String indent) {
        return String.join("\\\n", words.strip().lines().map(line -> indent + escaped(line.strip())).toList()).replace("\\\n" + indent + "\\\n", "\n\n");
    }

    private static String inLine(String words) {
        return escaped(words.replaceAll("\\s+", " ").strip());
    }

    static String escaped(String words) {
        String marked = SPECIAL.matcher(words).replaceAll("\\\\$0");
        String harmless = marked.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return BLOCK_START.matcher(harmless).replaceFirst(start -> start.group(1) != null ? "\\\\" + start.group(1)
                : start.group(2) + "\\\\" + start.group(3));
    }
}
