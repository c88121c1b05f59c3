package com.srecopilot.telemetry.receiver;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.google.protobuf.CodedInputStream;

import com.srecopilot.telemetry.Labels;

/** Reads Prometheus' messages {@code prometheus.WriteRequest} and {@code io.prometheus.write.v2.Request} off the wire: few fields, and no class generated for them. */
final class RemoteWrite {

    private final CodedInputStream in;
    private final boolean second;
    private final Samples samples = new Samples();
    private final List<String> symbols = new ArrayList<>();

    private RemoteWrite(CodedInputStream in, boolean second) {
        this.in = in;
        this.second = second;
    }

    /** @throws Refused when it is no such message */
    static Samples read(byte[] body, boolean second) {
        try {
            var reading = new RemoteWrite(CodedInputStream.newInstance(body), second);
            reading.request();
            return reading.samples;
        } catch (IOException e) {
            throw Refused.unreadable("the body is no write request of Prometheus: it breaks off, or is damaged");
        }
    }

    private interface Field {
        /** @return whether it has read the field of this tag */
        boolean read(int tag) throws IOException;
    }

    private void fields(Field field) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (!field.read(tag)) {
                in.skipField(tag);
            }
        }
    }

    private void message(Field field) throws IOException {
        int limit = in.pushLimit(in.readRawVarint32());
        fields(field);
        in.popLimit(limit);
    }

    private void request() throws IOException {
        fields(tag -> {
            switch (tag) {
                case 0x0a -> {
                    return !second && series();
                }
                case 0x22 -> symbols.add(in.readString());
                case 0x2a -> {
                    return second && series();
                }
                default -> {
                    return false;
                }
            }
            return true;
        });
    }

    private boolean series() throws IOException {
        var labels = new Labels();
        var points = new Points();
        String[] unit = {""};
        message(tag -> second ? partOfSecond(tag, labels, points, unit) : partOfFirst(tag, labels, points));
        samples.add(labels, unit[0], points.millis(), points.values());
        points.histograms.forEach(each -> each.into(samples, labels, unit[0]));
        return true;
    }

    private boolean partOfFirst(int tag, Labels labels, Points points) throws IOException {
        switch (tag) {
            case 0x0a -> label(labels);
            case 0x12 -> sample(points);
            case 0x22 -> histogram(points);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean partOfSecond(int tag, Labels labels, Points points, String[] unit) throws IOException {
        switch (tag) {
            case 0x0a -> references(labels);
            case 0x12 -> sample(points);
            case 0x1a -> histogram(points);
            case 0x2a -> message(part -> {
                if (part == 0x20) {
                    unit[0] = symbol(in.readUInt32());
                }
                return part == 0x20;
            });
            default -> {
                return false;
            }
        }
        return true;
    }

    private void histogram(Points points) throws IOException {
        var histogram = new NativeHistogram();
        message(tag -> histogram.read(tag, in));
        points.histograms.add(histogram);
    }

    private void label(Labels labels) throws IOException {
        String[] pair = {"", ""};
        message(tag -> {
            if (tag == 0x0a || tag == 0x12) {
                pair[tag == 0x0a ? 0 : 1] = in.readString();
                return true;
            }
            return false;
        });
        labels.putOnce(pair[0], pair[1]);
    }

    private void references(Labels labels) throws IOException {
        int limit = in.pushLimit(in.readRawVarint32());
        while (!in.isAtEnd()) {
            String name = symbol(in.readUInt32());
            labels.putOnce(name, symbol(in.readUInt32()));
        }
        in.popLimit(limit);
    }

    private String symbol(int index) {
        if (index < 0 || index >= symbols.size()) {
            throw Refused.unreadable("a label refers to symbol " + index + " of " + symbols.size());
        }
        return symbols.get(index);
    }

    private void sample(Points points) throws IOException {
        double[] value = {0};
        long[] millis = {0};
        message(tag -> {
            if (tag == 0x09) {
                value[0] = in.readDouble();
            } else if (tag == 0x10) {
                millis[0] = in.readInt64();
            }
            return tag == 0x09 || tag == 0x10;
        });
        points.add(millis[0], value[0]);
    }

    private static final class Points {
        private long[] millis = new long[1];
        private double[] values = new double[1];
        private int count;
        private final List<NativeHistogram> histograms = new ArrayList<>(0);

        private void add(long at, double value) {
            if (count == millis.length) {
                millis = Arrays.copyOf(millis, 2 * count);
                values = Arrays.copyOf(values, 2 * count);
            }
            millis[count] = at;
            values[count++] = value;
        }

        private long[] millis() {
            return millis.length == count ? millis : Arrays.copyOf(millis, count);
        }

        private double[] values() {
            return values.length == count ? values : Arrays.copyOf(values, count);
        }
    }
}
