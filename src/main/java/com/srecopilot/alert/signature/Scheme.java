package com.srecopilot.alert.signature;

import java.util.Locale;

/** The ways in which senders sign. */
public enum Scheme {

    GRAFANA("Grafana", "X-Grafana-Alerting-Signature", true),
    SENTRY("Sentry", "Sentry-Hook-Signature", false),
    HMAC("HMAC-SHA256", "X-Hub-Signature-256", true),
    SNS("Amazon SNS", "", false);

    private final String label;
    private final String header;
    private final boolean timed;

    Scheme(String label, String header, boolean timed) {
        this.label = label;
        this.header = header;
        this.timed = timed;
    }

    public String label() {
        return label;
    }

    /** Where its signature stands unless told otherwise. */
    public String header() {
        return header;
    }

    /** Whether a time may be signed along with the body. */
    public boolean timed() {
        return timed;
    }

    /** Whether it rests on a secret that both sides know. */
    public boolean secret() {
        return this != SNS;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Scheme of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
