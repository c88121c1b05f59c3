package com.srecopilot.hypothesis.postmortem;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

import com.srecopilot.hypothesis.Fact;
import com.srecopilot.hypothesis.HypothesisView;
import com.srecopilot.incident.IncidentView;

/** People's words stay words: nothing in them becomes a heading, a link or HTML. */
final class CauseMarkdown {

    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]#|~!<>]");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private CauseMarkdown() {
    }

    /** @param base the installation's address, for links */
    static String of(IncidentView incident, HypothesisView cause, String base) {
        var text = new StringBuilder("### Cause: ").append(escaped(cause.claim())).append("\n\n")
                .append("Incident [").append(incident.reference()).append("](").append(base).append("/incidents/").append(incident.number()).append("): ")
                .append(escaped(incident.title())).append("  \n").append("Detected ").append(time(incident.detectedAt())).append(". ")
                .append(standing(cause)).append("\n\n#### Evidence\n\n");
        cause.evidence().forEach(fact -> text.append("- [").append(escaped(fact.text())).append("](").append(base).append(target(fact)).append(")\n"));
        return text.toString();
    }

    private static String standing(HypothesisView cause) {
        String sure = "Suspected at first with " + cause.atFirst().percent() + " % confidence";
        if (cause.discarded()) {
            return sure + ", last with " + cause.confidence().percent() + " %; no longer among the candidates after the run of "
                    + time(cause.withdrawn().at()) + ": " + escaped(cause.withdrawn().reason());
        }
        if (cause.open()) {
            return sure + ", now " + cause.confidence().percent() + " %; nobody has confirmed it or ruled it out.";
        }
        String reason = cause.verdict().reason() == null ? "" : ": " + escaped(cause.verdict().reason());
        return sure + "; " + cause.state() + " by " + escaped(cause.verdict().by()) + " at " + time(cause.verdict().at()) + reason;
    }

    private static String target(Fact fact) {
        return fact.url().replace("(", "%28").replace(")", "%29").replace(" ", "%20").replace("<", "%3C").replace(">", "%3E");
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }

    private static String escaped(String words) {
        return SPECIAL.matcher(words.replaceAll("\\s+", " ").strip()).replaceAll("\\\\$0");
    }
}
