package com.srecopilot.hypothesis.rootcause;

import com.srecopilot.hypothesis.rootcause.synthetic.SyntheticCase;
import com.srecopilot.hypothesis.rootcause.synthetic.SyntheticCases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A case whose answer is known, reduced to its clues. */
record LabelledCase(String id, String system, String fault, String truth, String alerting, Clues clues, double seconds) {

    /** The public cases, each as it stands or as if the alert had come some seconds later. */
    static List<LabelledCase> publicOnes(Path folder, double late) {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(f -> Files.exists(f.resolve("truth.json"))).sorted().map(f -> read(f, late)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<LabelledCase> madeOnes(long seed, double late) {
        return SyntheticCases.of(seed).map(c -> of(c, late)).toList();
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
        long begun = System.nanoTime();
        Clues clues = new Clues(new Telemetry(t.start() + late, t.alerting(), t.symptom(), t.services(), t.series(), t.calls(), t.spans(), t.logs(), t.earlier()));
        return new LabelledCase(made.id(), made.system(), made.fault(), made.cause(), t.alerting(), clues, (System.nanoTime() - begun) / 1e9);
    }

    int answer() {
        return clues.services.indexOf(truth);
    }

    /** The place of the true cause, from 1, under these weights. */
    int rank(double[] scores) {
        int mine = answer();
        int better = 1;
        for (int i = 0; i < scores.length; i++) {
            better += i != mine && (scores[i] > scores[mine] || scores[i] == scores[mine] && i < mine) ? 1 : 0;
        }
        return mine < 0 ? 1_000 : better;
    }
}
