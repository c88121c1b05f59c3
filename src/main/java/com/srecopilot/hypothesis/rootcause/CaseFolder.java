package com.srecopilot.hypothesis.rootcause;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A root-cause case as a folder: case.json beside metrics, edges, spans and logs, each of which may be missing. */
final class CaseFolder {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final JsonNode about;

    CaseFolder(Path folder) throws IOException {
        this.folder = folder;
        this.about = JSON.readTree(Files.readString(folder.resolve("case.json")));
    }

    String id() {
        return about.path("id").asString(folder.getFileName().toString());
    }

    Telemetry telemetry() throws IOException {
        Set<String> services = new LinkedHashSet<>();
        if (!about.path("services").isArray() || !about.path("started_at").isString()) {
            throw new IOException("case.json needs services, an array of names, and started_at, a time such as 2026-01-31T12:00:00Z");
        }
        about.path("services").forEach(s -> services.add(s.asString()));
        List<Telemetry.Spell> earlier = new ArrayList<>();
        about.path("earlier_incidents").forEach(e -> earlier.add(Telemetry.Spell.begun(seconds(e.asString()))));
        return new Telemetry(seconds(about.path("started_at").asString("")), about.path("alert").path("service").asString(""),
                about.path("alert").path("metric").asString(""), services, series(), calls(), spans(), logs(), earlier);
    }

    private static double seconds(String instant) {
        return Instant.parse(instant).toEpochMilli() / 1000.0;
    }

    private Path file(String name) {
        Path packed = folder.resolve(name + ".gz");
        return Files.exists(packed) ? packed : folder.resolve(name);
    }

    private List<Series> series() throws IOException {
        Map<List<String>, List<double[]>> points = new LinkedHashMap<>();
        Table.rows(file("metrics.csv"), 4, row -> {
            double at = Table.number(row.get(0));
            double value = Table.number(row.get(3));
            if (Double.isFinite(at) && Double.isFinite(value)) {
                points.computeIfAbsent(List.of(row.get(1), row.get(2)), k -> new ArrayList<>()).add(new double[] {at, value});
            }
            return Table.isNumber(row.get(0)) && Table.isNumber(row.get(3));
        });
        List<Series> all = new ArrayList<>();
        points.forEach((key, list) -> {
            list.sort((a, b) -> Double.compare(a[0], b[0]));
            all.add(new Series(key.get(0), key.get(1), list.stream().mapToDouble(p -> p[0]).toArray(),
                    list.stream().mapToDouble(p -> p[1]).toArray()));
        });
        return all;
    }

    private List<Call> calls() throws IOException {
        List<Call> calls = new ArrayList<>();
        Table.rows(file("edges.csv"), 2, row -> calls.add(new Call(row.get(0), row.get(1))));
        return calls;
    }

    private List<Span> spans() throws IOException {
        List<Span> spans = new ArrayList<>();
        Table.rows(file("spans.csv"), 8, row -> {
            double at = Table.number(row.get(0)) / 1e6;
            double duration = Table.number(row.get(6)) / 1000;
            if (Double.isFinite(at) && Double.isFinite(duration)) {
                String parent = row.get(3).isEmpty() ? "" : row.get(1) + '/' + row.get(3);
                spans.add(new Span(at, row.get(1) + '/' + row.get(2), parent, row.get(4), row.get(5), duration,
                        row.get(7).toLowerCase(java.util.Locale.ROOT).contains("err")));
            }
            return Table.isNumber(row.get(0)) && Table.isNumber(row.get(6));
        });
        return spans;
    }

    private List<LogLine> logs() throws IOException {
        List<LogLine> logs = new ArrayList<>();
        Table.rows(file("logs.csv"), 3, row -> {
            double at = Table.number(row.get(0));
            if (Double.isFinite(at)) {
                logs.add(new LogLine(at, row.get(1), row.get(2)));
            }
            return Table.isNumber(row.get(0));
        });
        return logs;
    }
}
