package com.srecopilot.hypothesis.rootcause;

import com.srecopilot.hypothesis.rootcause.synthetic.SyntheticCase;
import com.srecopilot.hypothesis.rootcause.synthetic.SyntheticCases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A case whose answer is known, reduced to its clues; beside them what a plain look at the largest deviation says. */
record LabelledCase(String id, String system, String fault, String truth, String alerting, Clues clues, double[] deviations, double seconds) {

    /** The public cases, each as it stands or as if the alert had come some seconds later. */
    static List<LabelledCase> publicOnes(Path folder, double late) {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(f -> Files.exists(f.resolve("truth.json"))).sorted().map(f -> read(f, late)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<LabelledCase> madeOnes(long seed, int often, double late) {
        return SyntheticCases.of(seed, often).map(c -> of(c, late)).toList();
    }

    private static LabelledCase read(Path folder, double late) {
        try {
            JsonNode truth = new JsonMapper().readTree(Files.readString(folder.resolve("truth.json")));
            JsonNode about = new JsonMapper().readTree(Files.readString(folder.resolve("case.json")));
            Telemetry telemetry = new CaseFolder(folder).telemetry();
            return of(new SyntheticCase(about.path("id").asString(), about.path("system").asString(), truth.path("fault_type").asString(),
                    truth.path("root_cause_service").asString(), telemetry), late);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static LabelledCase of(SyntheticCase made, double late) {
        Telemetry t = made.telemetry();
        Telemetry shown = new Telemetry(t.start() + late, t.alerting(), t.symptom(), t.services(), t.series(), t.calls(), t.spans(), t.logs(), t.earlier());
        long begun = System.nanoTime();
        Clues clues = new Clues(shown);
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new LabelledCase(made.id(), made.system(), made.fault(), made.cause(), t.alerting(), clues, deviations(shown, clues.services), seconds);
    }

    private static double[] deviations(Telemetry telemetry, List<String> services) {
        double[] largest = new double[services.size()];
        for (Series series : telemetry.series()) {
            int at = services.indexOf(series.service());
            int start = (int) Arrays.stream(series.times()).filter(x -> x < telemetry.start()).count();
            if (at >= 0 && start > 3 && start < series.times().length) {
                Sample before = new Sample(Arrays.copyOfRange(series.values(), 0, start));
                double moved = new Sample(Arrays.copyOfRange(series.values(), start, series.values().length)).median() - before.median();
                largest[at] = Math.max(largest[at], Math.abs(moved) / before.wobble());
            }
        }
        return largest;
    }

    boolean made() {
        return system.startsWith("made");
    }

    int answer() {
        return clues.services.indexOf(truth);
    }

    /** The place of the true cause, from 1, under these scores. */
    int rank(double[] scores) {
        int mine = answer();
        int better = 1;
        for (int i = 0; i < scores.length && mine >= 0; i++) {
            better += i != mine && (scores[i] > scores[mine] || scores[i] == scores[mine] && i < mine) ? 1 : 0;
        }
        return mine < 0 ? 1_000 : better;
    }
}
