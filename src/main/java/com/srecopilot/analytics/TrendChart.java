package com.srecopilot.analytics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.srecopilot.incident.IncidentTrends.Took;

/**
 * The median time to resolve and its middle half over time, in a box of 100 by 100.
 *
 * @param lines one polyline for each run of steps that had incidents
 * @param bands one polygon for each run of steps that had enough for a middle half
 * @param points of all medians
 * @param unit minutes, hours or days
 */
public record TrendChart(List<String> lines, List<String> bands, List<String> points, Scale scale, String unit, List<Line> table, List<String> labels) {

    /** Of fewer the middle half says nothing. */
    static final int ENOUGH = 4;

    /** @param sure whether there were enough for a middle half */
    public record Line(String from, long incidents, String median, String low, String high, boolean sure) {
    }

    static TrendChart of(Period period, List<Took> took) {
        Map<Integer, Took> steps = took.stream().filter(each -> each.step() >= 0 && each.step() < period.steps()).collect(Collectors.toMap(Took::step, Function.identity()));
        double longest = steps.values().stream().mapToDouble(each -> each.incidents() >= ENOUGH ? each.high() : each.median()).max().orElse(60);
        Unit unit = Unit.of(longest);
        Scale scale = Scale.to(longest / unit.seconds());
        ToDoubleFunction<Double> y = seconds -> scale.y(seconds / unit.seconds());
        List<List<Took>> runs = runs(period, steps, 1);
        return new TrendChart(
                runs.stream().map(run -> run.stream().map(each -> point(period, each, y.applyAsDouble(each.median()))).collect(Collectors.joining(" "))).toList(),
                runs(period, steps, ENOUGH).stream().filter(run -> run.size() > 1).map(run -> band(period, run, y)).toList(),
                runs.stream().flatMap(List::stream).map(each -> "M" + point(period, each, y.applyAsDouble(each.median())) + "h0").toList(),
                scale, unit.word(), IntStream.range(0, period.steps()).mapToObj(step -> line(period, step, steps.get(step))).toList(), labels(period));
    }

    /** Steps next to each other that each have so many incidents. */
    private static List<List<Took>> runs(Period period, Map<Integer, Took> steps, int least) {
        List<List<Took>> runs = new ArrayList<>();
        boolean open = false;
        for (int step = 0; step < period.steps(); step++) {
            Took took = steps.get(step);
            boolean counts = took != null && took.incidents() >= least;
            if (counts && !open) {
                runs.add(new ArrayList<>());
            }
            if (counts) {
                runs.get(runs.size() - 1).add(took);
            }
            open = counts;
        }
        return runs;
    }

    private static String band(Period period, List<Took> run, ToDoubleFunction<Double> y) {
        List<Took> back = new ArrayList<>(run);
        Collections.reverse(back);
        return Stream.concat(run.stream().map(each -> point(period, each, y.applyAsDouble(each.high()))),
                back.stream().map(each -> point(period, each, y.applyAsDouble(each.low())))).collect(Collectors.joining(" "));
    }

    private static String point(Period period, Took took, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f", 100 * (took.step() + 0.5) / period.steps(), y);
    }

    private static Line line(Period period, int step, Took took) {
        if (took == null) {
            return new Line(period.label(step), 0, "–", "–", "–", false);
        }
        boolean sure = took.incidents() >= ENOUGH;
        return new Line(period.label(step), took.incidents(), Unit.words(took.median()), sure ? Unit.words(took.low()) : "–", sure ? Unit.words(took.high()) : "–", sure);
    }

    /** One for each step, most of them empty. */
    static List<String> labels(Period period) {
        int every = Math.max(1, period.steps() / 3);
        return IntStream.range(0, period.steps()).mapToObj(step -> step % every == 0 ? period.label(step) : "").toList();
    }
}
