package com.srecopilot.telemetry.receiver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.srecopilot.telemetry.Labels;
import com.srecopilot.telemetry.MetricDraft;
import com.srecopilot.telemetry.Stored;

/** The series of one delivery as they are read; what is wrong with one leaves the others. */
final class Samples {

    static final int MOST_SERIES = 100_000;
    static final int MOST_SAMPLES = 500_000;
    static final int MOST_HISTOGRAMS = 20_000;

    final List<MetricDraft> drafts = new ArrayList<>();
    final List<NativeSample> histograms = new ArrayList<>();
    private final Map<String, Long> refusals = new TreeMap<>();
    private long samples;

    void add(Labels labels, String unit, long millis, double value) {
        add(labels, unit, new long[] {millis}, new double[] {value});
    }

    void add(Labels labels, String unit, long[] millis, double[] values) {
        if (millis.length == 0) {
            return;
        }
        if (labels.refusal() != null) {
            refuse(labels.refusal(), millis.length);
        } else {
            drafts.add(labels.draft(unit, millis, values));
        }
        samples += millis.length;
        if (samples > MOST_SAMPLES || drafts.size() > MOST_SERIES) {
            throw Refused.unreadable("a delivery holds at most " + MOST_SERIES + " series and " + MOST_SAMPLES + " samples; send smaller batches");
        }
    }

    void add(NativeSample histogram) {
        histograms.add(histogram);
        if (histograms.size() > MOST_HISTOGRAMS) {
            throw Refused.unreadable("a delivery holds at most " + MOST_HISTOGRAMS + " histograms; send smaller batches");
        }
    }

    void refuse(String reason, long count) {
        refusals.merge(reason, count, Long::sum);
    }

    Stored refused() {
        return new Stored(0, 0, Map.copyOf(refusals));
    }
}
