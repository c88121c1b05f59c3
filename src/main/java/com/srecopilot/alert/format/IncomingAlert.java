package com.srecopilot.alert.format;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a sender said of one alert, in our vocabulary and within our limits (see {@link AlertDraft}).
 *
 * @param dedupKey ties the deliveries of one alert together, within its source; at most 512 characters
 * @param fingerprint the sender's own, verbatim; empty when it sent none
 * @param severity {@code critical}, {@code high}, {@code medium} or {@code low}
 * @param service empty when the sender named none
 * @param startsAt null when the sender did not say, or not plausibly
 * @param endsAt only of a resolved alert; null when the sender did not say
 * @param url where the sender shows it; empty when unknown
 * @param notes what was changed or assumed while reading, for the decision trace
 */
public record IncomingAlert(String dedupKey, String fingerprint, String title, String description, String severity,
        boolean resolved, String service, Map<String, String> labels, Instant startsAt, Instant endsAt, String url,
        List<Note> notes) {

    /** One thing assumed or changed while reading, under the name of its rule. */
    public record Note(String rule, String detail) {
    }
}
