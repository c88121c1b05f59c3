package com.srecopilot.telemetry.receiver;

import java.util.List;
import java.util.stream.IntStream;

import com.srecopilot.telemetry.Labels;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.Sum;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint;
import io.opentelemetry.proto.resource.v1.Resource;

/**
 * Makes series of OpenTelemetry's metrics, named as Prometheus would: what only grows ends in {@code _total}, a histogram
 * is {@code _count}, {@code _sum} and {@code _bucket} by {@code le}.
 */
final class OtlpMetrics {

    private static final long NANOS = 1_000_000;
    private static final int NO_VALUE = 1;
    private static final int COARSEST = -10;
    private static final int FINEST = 20;

    private final Samples samples = new Samples();

    static Samples read(ExportMetricsServiceRequest request) {
        var reading = new OtlpMetrics();
        request.getResourceMetricsList().forEach(each -> each.getScopeMetricsList()
                .forEach(scope -> scope.getMetricsList().forEach(metric -> reading.metric(each.getResource(), metric))));
        return reading.samples;
    }

    /** One series in the making. */
    private record Series(Resource resource, List<KeyValue> attributes, String unit, long nanos) {
    }

    private void metric(Resource resource, Metric metric) {
        switch (metric.getDataCase()) {
            case GAUGE -> metric.getGauge().getDataPointsList().forEach(point -> number(resource, metric, metric.getName(), point));
            case SUM -> metric.getSum().getDataPointsList().forEach(point -> number(resource, metric, nameOf(metric), point));
            case HISTOGRAM -> metric.getHistogram().getDataPointsList().forEach(point -> histogram(resource, metric, point));
            case EXPONENTIAL_HISTOGRAM -> metric.getExponentialHistogram().getDataPointsList().forEach(point -> exponential(resource, metric, point));
            case SUMMARY -> metric.getSummary().getDataPointsList().forEach(point -> summary(resource, metric, point));
            default -> samples.refuse("a metric has no data", 1);
        }
    }

    private static String nameOf(Metric metric) {
        Sum sum = metric.getSum();
        boolean grows = sum.getIsMonotonic() && sum.getAggregationTemporality() == AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE;
        return grows && !metric.getName().endsWith("_total") ? metric.getName() + "_total" : metric.getName();
    }

    private void number(Resource resource, Metric metric, String name, NumberDataPoint point) {
        if ((point.getFlags() & NO_VALUE) == 0) {
            double value = point.getValueCase() == NumberDataPoint.ValueCase.AS_INT ? point.getAsInt() : point.getAsDouble();
            add(new Series(resource, point.getAttributesList(), metric.getUnit(), point.getTimeUnixNano()), name, "", "", value);
        }
    }

    private void histogram(Resource resource, Metric metric, HistogramDataPoint point) {
        if ((point.getFlags() & NO_VALUE) != 0) {
            return;
        }
        var series = new Series(resource, point.getAttributesList(), metric.getUnit(), point.getTimeUnixNano());
        total(series, metric.getName(), point.getCount(), point.hasSum() ? point.getSum() : Double.NaN);
        long below = 0;
        for (int i = 0; i < Math.min(point.getBucketCountsCount(), point.getExplicitBoundsCount()); i++) {
            below += point.getBucketCounts(i);
            add(series, metric.getName() + "_bucket", "le", Double.toString(point.getExplicitBounds(i)), below);
        }
        if (point.getBucketCountsCount() > 0) {
            add(series, metric.getName() + "_bucket", "le", "+Inf", point.getCount());
        }
    }

    private void exponential(Resource resource, Metric metric, ExponentialHistogramDataPoint point) {
        if (point.getScale() < COARSEST || point.getScale() > FINEST) {
            samples.refuse("a histogram of scale " + point.getScale() + " is not known", 1);
        } else if ((point.getFlags() & NO_VALUE) == 0) {
            boolean delta = metric.getExponentialHistogram().getAggregationTemporality() == AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA;
            samples.add(new NativeSample(Attributes.labels(metric.getName(), resource, point.getAttributesList()), Labels.clean(metric.getUnit(), 40), point.getTimeUnixNano() / NANOS, point.getCount(),
                    point.hasSum() ? point.getSum() : Double.NaN, new Sketch(point.getScale(), point.getZeroCount(), side(point.getNegative()), side(point.getPositive())), delta));
        }
    }

    private static Side side(ExponentialHistogramDataPoint.Buckets buckets) {
        int[] filled = IntStream.range(0, buckets.getBucketCountsCount()).filter(i -> buckets.getBucketCounts(i) > 0).toArray();
        return new Side(IntStream.of(filled).map(i -> buckets.getOffset() + i).toArray(), IntStream.of(filled).mapToDouble(buckets::getBucketCounts).toArray());
    }

    private void summary(Resource resource, Metric metric, SummaryDataPoint point) {
        var series = new Series(resource, point.getAttributesList(), metric.getUnit(), point.getTimeUnixNano());
        total(series, metric.getName(), point.getCount(), point.getSum());
        point.getQuantileValuesList().forEach(each -> add(series, metric.getName(), "quantile", Double.toString(each.getQuantile()), each.getValue()));
    }

    private void total(Series series, String name, long count, double sum) {
        add(series, name + "_count", "", "", count);
        add(series, name + "_sum", "", "", sum);
    }

    private void add(Series series, String name, String label, String of, double value) {
        Labels labels = Attributes.labels(name, series.resource(), series.attributes());
        if (!label.isEmpty()) {
            labels.put(label, of);
        }
        samples.add(labels, Labels.clean(series.unit(), 40), new long[] {series.nanos() / NANOS}, new double[] {value});
    }
}
