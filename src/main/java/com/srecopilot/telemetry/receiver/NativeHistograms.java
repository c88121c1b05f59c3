package com.srecopilot.telemetry.receiver;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;

import org.springframework.stereotype.Component;

import com.srecopilot.telemetry.SampleStore;
import com.srecopilot.telemetry.Stored;
import com.srecopilot.tenancy.Actor;

/**
 * Keeps histograms that come whole as their count, sum and quantiles. Of those that only grow the quantiles are of what
 * came since this node last saw the same one: the first after a start, and one that comes late, has none.
 */
@Component
class NativeHistograms {

    private static final double[] QUANTILES = {0.5, 0.95, 0.99};
    private static final int MOST_BUCKETS = 2_000_000;

    private final Map<Key, Seen> latest = new LinkedHashMap<>(16, 0.75f, true);
    private final SampleStore store;
    private long buckets;

    NativeHistograms(SampleStore store) {
        this.store = store;
    }

    private record Key(UUID tenant, String service, String metric, SortedMap<String, String> labels) {
    }

    private record Seen(long millis, Sketch sketch) {
    }

    /** @return what became of them, each counting as one */
    Stored write(Samples read) {
        if (read.histograms.isEmpty()) {
            return Stored.NOTHING;
        }
        var counts = new Samples();
        var others = new Samples();
        read.histograms.forEach(each -> unfold(each, counts, others));
        Stored stored = store.write(counts.drafts).plus(counts.refused());
        store.write(others.drafts);
        return stored;
    }

    private void unfold(NativeSample sample, Samples counts, Samples others) {
        String name = sample.labels().metric();
        counts.add(sample.labels().of(name + "_count"), sample.unit(), sample.millis(), sample.count());
        others.add(sample.labels().of(name + "_sum"), sample.unit(), sample.millis(), sample.sum());
        Sketch grown = sample.level() ? sample.sketch() : since(sample);
        for (double quantile : grown == null ? new double[0] : QUANTILES) {
            others.add(sample.labels().of(name).with("quantile", Double.toString(quantile)), sample.unit(), sample.millis(), grown.quantile(quantile));
        }
    }

    private synchronized Sketch since(NativeSample sample) {
        var draft = sample.labels().draft("", new long[0], new double[0]);
        var key = new Key(Actor.current().tenant(), draft.service(), draft.metric(), draft.labels());
        Seen before = latest.get(key);
        if (before != null && before.millis() >= sample.millis()) {
            return null;
        }
        latest.put(key, new Seen(sample.millis(), sample.sketch()));
        buckets += sample.sketch().size() - (before == null ? 0 : before.sketch().size());
        for (Iterator<Seen> oldest = latest.values().iterator(); buckets > MOST_BUCKETS && oldest.hasNext();) {
            buckets -= oldest.next().sketch().size();
            oldest.remove();
        }
        return before == null ? null : sample.sketch().since(before.sketch());
    }
}
