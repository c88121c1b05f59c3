package com.srecopilot.hypothesis.rootcause;

import com.srecopilot.hypothesis.rootcause.Score.Outcome;
import com.srecopilot.hypothesis.rootcause.synthetic.SyntheticCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fits the model of the root causes and measures it: on the public cases, each system with weights that never saw it,
 * and on made systems of a seed that nothing was fitted to. Arguments: the folder of public cases, and "held-out" for the last figure.
 */
final class CausesBench {

    private static final Path RESOURCES = Path.of("src/main/resources/hypothesis");
    private static final int OFTEN = 4; // each fault of a system kept for the last figure, so that chance makes less of it
    private static final double MADE = 0.25; // to the weights a made system counts a quarter of a real one
    private static final Map<String, Predicate<String>> CHANNELS = Map.of(
            "spans", k -> k.startsWith("span"), "logs", k -> k.startsWith("log"),
            "graph", List.of("reached", "unshadowed", "explains", "trail-end")::contains,
            "metrics", k -> !k.startsWith("span") && !k.startsWith("log") && !k.equals("any") && !List.of("reached", "unshadowed").contains(k));

    private final JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final List<LabelledCase> real;
    private final List<LabelledCase> late;
    private final List<LabelledCase> made;
    private final List<LabelledCase> known;
    private final List<LabelledCase> knownAlsoLate;
    private final Map<String, Map<String, Double>> without = new TreeMap<>();
    private final List<Map<String, Object>> rows = new ArrayList<>();

    private CausesBench(Path folder) {
        real = LabelledCase.publicOnes(folder, 0);
        late = LabelledCase.publicOnes(folder, 60);
        made = LabelledCase.madeOnes(SyntheticCases.DEVELOPMENT, 1, 0);
        known = Stream.concat(real.stream(), made.stream()).toList();
        knownAlsoLate = Stream.of(known, late, LabelledCase.madeOnes(SyntheticCases.DEVELOPMENT, 1, 60)).flatMap(List::stream).toList();
    }

    public static void main(String[] arguments) throws IOException {
        CausesBench bench = new CausesBench(Path.of(arguments[0]));
        bench.run(arguments.length > 1);
    }

    private void run(boolean heldOut) throws IOException {
        known.stream().map(LabelledCase::system).distinct().forEach(s -> without.put(s, fit(c -> !c.system().equals(s), k -> true)));
        Model model = calibrated(fit(c -> true, k -> true), c -> true);
        Files.writeString(RESOURCES.resolve("rootcause-model.json"), json.writeValueAsString(model) + "\n");
        List<Outcome> unseen = unseen(real);
        row(new Score(unseen).row("public", "this engine, system unseen", true));
        List<Outcome> unseenLate = unseen(late);
        row(new Score(unseenLate).row("public, alert 60 s late", "this engine, system unseen", true));
        row(new Score(outcomes(real, model)).row("public", "this engine, in sample", true));
        baselines("public", real);
        row(new Score(unseen(made)).row("made, development", "this engine, system unseen", true));
        if (heldOut) {
            List<LabelledCase> kept = LabelledCase.madeOnes(SyntheticCases.HELD_OUT, OFTEN, 0);
            row(new Score(outcomes(kept, model)).row("made, held out", "this engine", true));
            row(new Score(outcomes(LabelledCase.madeOnes(SyntheticCases.HELD_OUT, OFTEN, 60), model)).row("made, held out, alert 60 s late", "this engine", true));
            baselines("made, held out", kept);
            ChangedCases changed = new ChangedCases();
            row(new Score(SyntheticCases.of(SyntheticCases.HELD_OUT, OFTEN).map(changed::outcome).toList()).row("made, held out, among changes", "the product", true));
            faults(outcomes(kept, model), "made, held out", "fault: ");
        }
        for (List<Outcome> outcomes : List.of(unseen, unseenLate)) {
            String set = outcomes == unseen ? "public" : "public, alert 60 s late";
            systems(outcomes, set);
            faults(outcomes, set, "fault: ");
        }
        faults(outcomes(real, model), "public", "in sample, fault: ");
        ablations();
        print();
        if (heldOut) {
            write(Stream.concat(unseen.stream(), unseenLate.stream()).toList());
        }
    }

    private void row(Map<String, Object> row) {
        rows.add(row);
    }

    private Map<String, Double> fit(Predicate<LabelledCase> wanted, Predicate<String> kinds) {
        List<LabelledCase> cases = known.stream().filter(wanted).toList();
        Map<String, Long> sizes = cases.stream().collect(Collectors.groupingBy(LabelledCase::system, Collectors.counting()));
        return Fit.weights(cases, kinds, c -> (c.made() ? MADE : 1) / sizes.get(c.system()));
    }

    private Model calibrated(Map<String, Double> weights, Predicate<LabelledCase> wanted) {
        Map<String, Long> sizes = knownAlsoLate.stream().collect(Collectors.groupingBy(LabelledCase::system, Collectors.counting()));
        return Fit.calibrated(weights, knownAlsoLate.stream().filter(wanted).map(c -> Fit.Answer.of(c, c.clues().scores(without.get(c.system())),
                1.0 / sizes.get(c.system()))).toList());
    }

    /** Each system judged by weights, and by a calibration, that were made without it. */
    private List<Outcome> unseen(List<LabelledCase> cases) {
        Map<String, Model> models = cases.stream().map(LabelledCase::system).distinct()
                .collect(Collectors.toMap(s -> s, s -> calibrated(without.get(s), c -> !c.system().equals(s))));
        return cases.stream().map(c -> Score.of(c, c.clues().scores(without.get(c.system())), models.get(c.system()))).toList();
    }

    private static List<Outcome> outcomes(List<LabelledCase> cases, Model model) {
        return cases.stream().map(c -> Score.of(c, c.clues().scores(model.weights()), model)).toList();
    }

    private void baselines(String set, List<LabelledCase> cases) {
        row(new Score(outcomes(cases, LabelledCase::deviations)).row(set, "largest deviation", false));
        row(new Score(outcomes(cases, c -> c.clues().services.stream().mapToDouble(s -> s.equals(c.alerting()) ? 1 : 0).toArray()))
                .row(set, "the service that alerts", false));
        row(new Score(cases.stream().map(c -> new Outcome(c.system(), c.fault(), 1.0 / c.clues().services.size(),
                Math.min(1, 3.0 / c.clues().services.size()), 0)).toList()).row(set, "random", false));
    }

    private static List<Outcome> outcomes(List<LabelledCase> cases, Function<LabelledCase, double[]> scores) {
        return cases.stream().map(c -> {
            int rank = c.rank(scores.apply(c));
            return new Outcome(c.system(), c.fault(), rank == 1 ? 1 : 0, rank <= 3 ? 1 : 0, 0);
        }).toList();
    }

    private void systems(List<Outcome> outcomes, String set) {
        outcomes.stream().collect(Collectors.groupingBy(Outcome::system, TreeMap::new, Collectors.toList()))
                .forEach((system, list) -> row(new Score(list).row(set, "system: " + system, true)));
    }

    private void faults(List<Outcome> outcomes, String set, String what) {
        outcomes.stream().collect(Collectors.groupingBy(o -> (o.system().startsWith("made") ? "" : o.system() + " ") + o.fault().replace('_', ' '), TreeMap::new,
                Collectors.toList())).forEach((fault, list) -> row(new Score(list.stream()
                .map(o -> new Outcome("", o.fault(), o.first(), o.third(), o.confidence())).toList()).row(set, what + fault, true)));
    }

    private void ablations() {
        new TreeMap<>(CHANNELS).forEach((name, dropped) -> {
            Map<String, Map<String, Double>> fits = real.stream().map(LabelledCase::system).distinct().collect(Collectors.toMap(s -> s,
                    s -> fit(c -> !c.system().equals(s), k -> !dropped.test(k) && !k.equals("any"))));
            row(new Score(outcomes(real, c -> c.clues().scores(fits.get(c.system())))).row("public", "without " + name, false));
        });
    }

    private void print() {
        System.out.printf("%-32s %-46s %5s  %-22s %-22s %s%n", "set", "method", "cases", "AC@1 [95 %]", "AC@3 [95 %]", "said   ECE, by system, by chance alone");
        rows.forEach(r -> System.out.printf("%-32s %-46s %5s  %-22s %-22s %s%n", r.get("set"), r.get("method"), r.get("cases"), r.get("first"), r.get("third"),
                r.get("ece") == null ? "" : "%-6s %s, %s, %s".formatted(r.get("said"), r.get("ece"), r.get("ece_by_system"), r.get("ece_by_chance"))));
        double[] seconds = Stream.of(real, made).flatMap(List::stream).mapToDouble(LabelledCase::seconds).sorted().toArray();
        System.out.printf("seconds a case: median %.3f, most %.2f%n", seconds[seconds.length / 2], seconds[seconds.length - 1]);
    }

    private void write(List<Outcome> shown) throws IOException {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("rows", rows);
        result.put("reliability", Score.bins(shown));
        result.put("cases", shown.size());
        Files.writeString(RESOURCES.resolve("accuracy.json"), json.writeValueAsString(result) + "\n");
    }
}
