package com.srecopilot.telemetry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps samples of the current tenant. What comes late, twice or out of order is kept once, the first one; the rest is refused by the sample. */
@Service
public class SampleStore {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SeriesIds ids;
    private final Days days;
    private final TelemetryProperties properties;

    SampleStore(JdbcClient jdbc, TransactionTemplate transaction, SeriesIds ids, Days days, TelemetryProperties properties) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.ids = ids;
        this.days = days;
        this.properties = properties;
    }

    /** All that could be kept is committed when this returns, unless a transaction is under way already. */
    public Stored write(Collection<MetricDraft> drafts) {
        var taken = new Taken(days.kept());
        drafts.forEach(taken::take);
        if (taken.count == 0) {
            return taken.stored();
        }
        days.open(taken.bySeries.values().stream().flatMapToLong(list -> list.points().stream().mapToLong(Point::millis)));
        transaction.executeWithoutResult(status -> insert(taken));
        return taken.stored();
    }

    private record Point(long millis, double value) {
    }

    private record Samples(MetricDraft draft, List<Point> points) {
    }

    /** What of a delivery can be kept, by series. */
    private static final class Taken {

        private final Days.Span kept;
        private final Map<UUID, Samples> bySeries = new LinkedHashMap<>();
        private final Map<String, Long> refusals = new HashMap<>();
        private long count;
        private long ignored;

        private Taken(Days.Span kept) {
            this.kept = kept;
        }

        private void take(MetricDraft draft) {
            Samples samples = null;
            for (int i = 0; i < draft.millis().length; i++) {
                String refusal = kept.refusal(draft.millis()[i]);
                if (!Double.isFinite(draft.values()[i])) {
                    ignored++;
                } else if (refusal != null) {
                    refusals.merge(refusal, 1L, Long::sum);
                } else {
                    samples = samples != null ? samples : bySeries.computeIfAbsent(draft.hash(), hash -> new Samples(draft, new ArrayList<>()));
                    samples.points().add(new Point(draft.millis()[i], draft.values()[i]));
                    count++;
                }
            }
        }

        private Stored stored() {
            return new Stored(count, ignored, Map.copyOf(refusals));
        }
    }

    private void insert(Taken taken) {
        var drafts = new HashMap<UUID, MetricDraft>();
        taken.bySeries.forEach((hash, samples) -> drafts.put(hash, samples.draft()));
        Map<UUID, Long> known = ids.of(drafts);
        taken.bySeries.entrySet().removeIf(each -> !known.containsKey(each.getKey()) && noRoom(taken, each.getValue()));
        long[] series = new long[(int) taken.count];
        long[] millis = new long[series.length];
        double[] values = new double[series.length];
        int[] at = {0};
        taken.bySeries.entrySet().stream().sorted(Comparator.comparing(each -> known.get(each.getKey()))).forEach(each -> {
            for (Point point : each.getValue().points().stream().sorted(Comparator.comparingLong(Point::millis)).toList()) {
                series[at[0]] = known.get(each.getKey());
                millis[at[0]] = point.millis();
                values[at[0]++] = point.value();
            }
        });
        insert(series, millis, values);
    }

    private boolean noRoom(Taken taken, Samples samples) {
        taken.refusals.merge("there is no room for more than " + properties.mostSeries() + " series", (long) samples.points().size(), Long::sum);
        taken.count -= samples.points().size();
        return true;
    }

    /** In order of series and time, so that two who write the same don't wait for each other in a circle. */
    private void insert(long[] series, long[] millis, double[] values) {
        jdbc.sql("""
                insert into samples (series_id, at, value) select id, to_timestamp(ms / 1000.0), value
                from unnest(:series, :millis, :values) as each(id, ms, value) on conflict do nothing""")
                .param("series", new SqlArray("int8", series)).param("millis", new SqlArray("int8", millis)).param("values", new SqlArray("float8", values)).update();
    }
}
