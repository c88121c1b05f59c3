package com.srecopilot.hypothesis.rootcause;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** The command {@code rank-causes DIR}: one JSON line per case folder in DIR. Starts no server. */
public final class RankCauses {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String USAGE = """
            rank-causes DIR
              Ranks the services of each case folder in DIR (or of DIR itself) by how likely the failure began there.
              A case folder holds case.json, metrics.csv[.gz], edges.csv, spans.csv[.gz], logs.csv[.gz].
              Writes one JSON line per case. Exits 2 when a case can't be read.""";

    private RankCauses() {
    }

    /** Runs the command; answers the exit code. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.equals(List.of("--help"))) {
            out.println(USAGE);
            return 0;
        }
        if (arguments.size() != 1 || !Files.isDirectory(Path.of(arguments.get(0)))) {
            err.println(USAGE);
            return 2;
        }
        List<Path> folders = cases(Path.of(arguments.get(0)), err);
        if (folders.isEmpty()) {
            err.println(arguments.get(0) + ": there is no case folder in it, which holds a case.json");
            return 2;
        }
        int code = 0;
        for (Path folder : folders) {
            code = Math.max(code, answer(folder, out, err));
        }
        return code;
    }

    private static List<Path> cases(Path dir, PrintStream err) {
        if (Files.exists(dir.resolve("case.json"))) {
            return List.of(dir);
        }
        try (Stream<Path> inside = Files.list(dir)) {
            return inside.filter(f -> Files.exists(f.resolve("case.json"))).sorted().toList();
        } catch (IOException unreadable) {
            err.println(dir + ": " + unreadable.getMessage());
            return List.of();
        }
    }

    private static int answer(Path folder, PrintStream out, PrintStream err) {
        try {
            CaseFolder read = new CaseFolder(folder);
            out.println(line(read.id(), RootCauses.rank(read.telemetry())));
            return 0;
        } catch (JacksonException noJson) {
            err.println(folder + ": case.json is no JSON: " + noJson.getOriginalMessage());
        } catch (IOException | DateTimeException unreadable) {
            err.println(folder + ": " + unreadable.getMessage());
        }
        return 2;
    }

    private static String line(String id, Ranking ranking) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("case", id);
        List<Map<String, Object>> list = new ArrayList<>();
        for (Suspect suspect : ranking.suspects()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("service", suspect.service());
            entry.put("confidence", Math.round(suspect.confidence() * 1000) / 1000.0);
            entry.put("reason", suspect.reason());
            list.add(entry);
        }
        line.put("ranking", list);
        line.put("abstained", ranking.abstained());
        if (ranking.abstained()) {
            line.put("why", ranking.silence());
        }
        return JSON.writeValueAsString(line);
    }
}
