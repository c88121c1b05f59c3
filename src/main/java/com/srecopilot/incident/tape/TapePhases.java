package com.srecopilot.incident.tape;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Spell;

/** The states that an incident went through, end to end; the last runs on to the edge once it is resolved. */
final class TapePhases {

    private static final double ROOM_A_LETTER = .8;

    private TapePhases() {
    }

    /** @param end now, or when it was resolved */
    static List<Tape.Phase> of(IncidentView incident, List<TapeEvents.Step> steps, TapeSpan span, Instant end) {
        List<TapeEvents.Step> all = new ArrayList<>();
        all.add(new TapeEvents.Step("detected", incident.detectedAt()));
        steps.stream().filter(step -> !step.state().equals(all.get(all.size() - 1).state())).forEach(all::add);
        List<Tape.Phase> phases = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            boolean last = i == all.size() - 1;
            TapeEvents.Step step = all.get(i);
            Instant until = last ? (incident.open() ? end : span.to()) : all.get(i + 1).at();
            phases.add(phase(step, until, last ? 25 : 0, span, last && !incident.open() ? "in " + Spell.of(incident.mttrSeconds()) : null));
        }
        return phases;
    }

    private static Tape.Phase phase(TapeEvents.Step step, Instant until, int spare, TapeSpan span, String took) {
        double at = span.at(step.at());
        double width = Math.round((span.at(until) - at) * 100) / 100.0;
        String label = Character.toUpperCase(step.state().charAt(0)) + step.state().substring(1);
        String time = took == null ? Spell.of(Math.max(0, Duration.between(step.at(), until).toSeconds())) : took;
        double room = Math.min(width + spare, 100 - at) / ROOM_A_LETTER;
        return new Tape.Phase(step.state(), at, width, label.length() <= room ? label : "", label.length() + time.length() + 1 <= room ? time : "");
    }
}
