package com.srecopilot.alert.silence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.srecopilot.alert.format.IncomingAlert;
import com.srecopilot.alert.silence.Matchers.Subject;

/** The silences of a tenant while it takes a batch of alerts. */
public final class SilencesInForce {

    private final List<Silence> silences;

    SilencesInForce(List<Silence> silences) {
        this.silences = silences;
    }

    /** An alert is silent when it arrives within a silence, or began in one: a late delivery changes nothing. */
    public Optional<Suppression> suppressing(IncomingAlert alert, String source, Instant startsAt, Instant now) {
        var subject = new Subject(alert.service(), alert.severity(), alert.title(), source, alert.labels());
        return silences.stream().filter(silence -> (silence.activeAt(now) || silence.activeAt(startsAt)) && silence.matchers().match(subject))
                .findFirst().map(silence -> new Suppression(silence.id(), silence.kind(), silence.reason()));
    }
}
