package com.srecopilot.telemetry.receiver;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.protobuf.CodedOutputStream;
import io.airlift.compress.snappy.SnappyCompressor;

/** Writes as a Prometheus does, to the byte. */
public final class PrometheusWriter {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private PrometheusWriter() {
    }

    /** @param labels with {@code __name__} */
    public record Line(Map<String, String> labels, long[] millis, double[] values) {
    }

    public static Line line(String metric, String labels, long[] millis, double... values) {
        var all = new LinkedHashMap<String, String>();
        all.put("__name__", metric);
        Arrays.stream(labels.split(",")).filter(each -> !each.isEmpty()).forEach(each -> all.put(each.split("=")[0], each.split("=")[1]));
        return new Line(all, millis, values);
    }

    public interface Part {
        void write(CodedOutputStream out) throws IOException;
    }

    public static byte[] message(Part part) {
        try {
            var bytes = new ByteArrayOutputStream();
            var out = CodedOutputStream.newInstance(bytes);
            part.write(out);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] first(List<Line> lines) {
        return message(out -> {
            for (Line line : lines) {
                out.writeByteArray(1, message(series -> {
                    for (Map.Entry<String, String> label : line.labels().entrySet()) {
                        series.writeByteArray(1, message(pair -> {
                            pair.writeString(1, label.getKey());
                            pair.writeString(2, label.getValue());
                        }));
                    }
                    samples(series, line);
                }));
            }
        });
    }

    public static byte[] second(List<Line> lines, String unit) {
        List<String> symbols = java.util.stream.Stream.concat(java.util.stream.Stream.of("", unit),
                lines.stream().flatMap(line -> line.labels().entrySet().stream()).flatMap(each -> java.util.stream.Stream.of(each.getKey(), each.getValue()))).distinct().toList();
        return message(out -> {
            for (String symbol : symbols) {
                out.writeString(4, symbol);
            }
            for (Line line : lines) {
                out.writeByteArray(5, message(series -> {
                    series.writeByteArray(1, message(references -> {
                        for (Map.Entry<String, String> label : line.labels().entrySet()) {
                            references.writeUInt32NoTag(symbols.indexOf(label.getKey()));
                            references.writeUInt32NoTag(symbols.indexOf(label.getValue()));
                        }
                    }));
                    samples(series, line);
                    series.writeByteArray(5, message(metadata -> metadata.writeUInt32(4, 1)));
                }));
            }
        });
    }

    /** One series "wait" of histograms. */
    public static byte[] histograms(boolean second, String labels, Part... histograms) {
        String[] pair = labels.split("=");
        List<String> symbols = List.of("", "__name__", "wait", pair[0], pair[1]);
        return message(out -> {
            for (String symbol : second ? symbols : List.<String>of()) {
                out.writeString(4, symbol);
            }
            out.writeByteArray(second ? 5 : 1, message(series -> {
                if (second) {
                    series.writeByteArray(1, new byte[] {1, 2, 3, 4});
                } else {
                    for (int i = 1; i < symbols.size(); i += 2) {
                        int at = i;
                        series.writeByteArray(1, message(label -> {
                            label.writeString(1, symbols.get(at));
                            label.writeString(2, symbols.get(at + 1));
                        }));
                    }
                }
                for (Part histogram : histograms) {
                    series.writeByteArray(second ? 3 : 4, message(histogram));
                }
            }));
        });
    }

    private static void samples(CodedOutputStream series, Line line) throws IOException {
        for (int i = 0; i < line.millis().length; i++) {
            double value = line.values()[i];
            long at = line.millis()[i];
            series.writeByteArray(2, message(sample -> {
                sample.writeDouble(1, value);
                sample.writeInt64(2, at);
            }));
        }
    }

    public static byte[] packed(byte[] body) {
        var packer = new SnappyCompressor();
        byte[] packed = new byte[packer.maxCompressedLength(body.length)];
        return Arrays.copyOf(packed, packer.compress(body, 0, body.length, packed, 0, packed.length));
    }

    public static HttpResponse<String> post(int port, String path, byte[] body, String... headers) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).POST(HttpRequest.BodyPublishers.ofByteArray(body));
            return HTTP.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static HttpResponse<String> write(int port, String key, Line... lines) {
        return post(port, "/ingest/" + key + "/api/v1/write", packed(first(List.of(lines))), "Content-Encoding", "snappy", "Content-Type", "application/x-protobuf");
    }
}
