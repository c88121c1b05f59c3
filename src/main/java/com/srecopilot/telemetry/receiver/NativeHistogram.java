package com.srecopilot.telemetry.receiver;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.google.protobuf.CodedInputStream;

import com.srecopilot.telemetry.Labels;

/**
 * Prometheus' message {@code Histogram}, the same in both protocols: buckets in spans, counts as numbers or, for integers,
 * as steps from one to the next. With bounds of its own ({@code custom_values}) it becomes a classic one.
 */
final class NativeHistogram {

    private static final int CUSTOM = -53;
    private static final int COARSEST = -4;
    private static final int FINEST = 8;
    private static final int GAUGE = 3;
    private static final int MOST = 10_000;
    private static final long STALE = 0x7ff0000000000002L;

    private double count;
    private double sum;
    private int schema;
    private double zero;
    private int hint;
    private long millis;
    private final Spans negative = new Spans();
    private final Spans positive = new Spans();
    private final List<Double> bounds = new ArrayList<>(0);

    /** As they come: where buckets lie, and how many are in each. */
    private static final class Spans {
        private final List<int[]> spans = new ArrayList<>(2);
        private final List<Double> counts = new ArrayList<>();
        private long last;

        private void step(long delta) {
            last += delta;
            counts.add((double) last);
        }

        private boolean broken() {
            return spans.stream().mapToLong(span -> Integer.toUnsignedLong(span[1])).sum() != counts.size() || counts.stream().anyMatch(each -> !(each >= 0));
        }

        /** @param shift from the number of a bucket to where it begins */
        private Side side(int shift) {
            int[] indexes = new int[counts.size()];
            int at = 0;
            int index = shift;
            for (int[] span : spans) {
                index += span[0];
                for (int i = 0; i < span[1]; i++) {
                    indexes[at++] = index++;
                }
            }
            return new Side(indexes, counts.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    /** @return whether the field was one of its own */
    boolean read(int tag, CodedInputStream in) throws IOException {
        switch (tag) {
            case 0x08 -> count = in.readUInt64();
            case 0x11 -> count = in.readDouble();
            case 0x19 -> sum = in.readDouble();
            case 0x20 -> schema = in.readSInt32();
            case 0x30 -> zero = in.readUInt64();
            case 0x39 -> zero = in.readDouble();
            case 0x70 -> hint = in.readEnum();
            case 0x78 -> millis = in.readInt64();
            default -> {
                return readBuckets(tag, in);
            }
        }
        return true;
    }

    private boolean readBuckets(int tag, CodedInputStream in) throws IOException {
        switch (tag) {
            case 0x42 -> span(negative, in);
            case 0x4a -> packed(in, () -> negative.step(in.readSInt64()));
            case 0x52 -> packed(in, () -> negative.counts.add(in.readDouble()));
            case 0x5a -> span(positive, in);
            case 0x62 -> packed(in, () -> positive.step(in.readSInt64()));
            case 0x6a -> packed(in, () -> positive.counts.add(in.readDouble()));
            case 0x82 -> packed(in, () -> bounds.add(in.readDouble()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private interface One {
        void read() throws IOException;
    }

    private void packed(CodedInputStream in, One one) throws IOException {
        int limit = in.pushLimit(in.readRawVarint32());
        while (!in.isAtEnd()) {
            one.read();
            if (negative.counts.size() + positive.counts.size() + bounds.size() > MOST) {
                throw Refused.unreadable("a histogram has more than " + MOST + " buckets");
            }
        }
        in.popLimit(limit);
    }

    private static void span(Spans side, CodedInputStream in) throws IOException {
        int[] span = {0, 0};
        int limit = in.pushLimit(in.readRawVarint32());
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case 0x08 -> span[0] = in.readSInt32();
                case 0x10 -> span[1] = in.readUInt32();
                default -> in.skipField(tag);
            }
        }
        in.popLimit(limit);
        side.spans.add(span);
    }

    /** What is wrong with it leaves the others. */
    void into(Samples samples, Labels labels, String unit) {
        boolean custom = schema == CUSTOM;
        if (Double.doubleToRawLongBits(sum) == STALE) {
            samples.add(labels.of(labels.metric() + "_sum"), unit, millis, sum);
        } else if (!custom && (schema < COARSEST || schema > FINEST)) {
            samples.refuse("a histogram of schema " + schema + " is not known", 1);
        } else if (negative.broken() || positive.broken() || custom && positive.counts.size() > bounds.size() + 1) {
            samples.refuse("the buckets of a histogram don't fit its spans", 1);
        } else if (custom) {
            classic(samples, labels, unit);
        } else {
            samples.add(new NativeSample(labels, unit, millis, count, sum, new Sketch(schema, zero, negative.side(-1), positive.side(-1)), hint == GAUGE));
        }
    }

    private void classic(Samples samples, Labels labels, String unit) {
        double[] counts = new double[bounds.size() + 1];
        Side side = positive.side(0);
        for (int i = 0; i < side.indexes().length; i++) {
            counts[Math.max(0, Math.min(bounds.size(), side.indexes()[i]))] += side.counts()[i];
        }
        Arrays.parallelPrefix(counts, Double::sum);
        for (int i = 0; i < counts.length; i++) {
            String bound = i < bounds.size() ? Double.toString(bounds.get(i)) : "+Inf";
            samples.add(labels.of(labels.metric() + "_bucket").with("le", bound), unit, millis, counts[i]);
        }
        samples.add(labels.of(labels.metric() + "_count"), unit, millis, count);
        samples.add(labels.of(labels.metric() + "_sum"), unit, millis, sum);
    }
}
