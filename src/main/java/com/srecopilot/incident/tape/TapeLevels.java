package com.srecopilot.incident.tape;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoubleFunction;

import com.srecopilot.alert.AlertCourses.Course;
import com.srecopilot.alert.AlertCourses.Stretch;
import com.srecopilot.telemetry.symptom.Symptom;

/**
 * What a curve is drawn from: levels at moments.
 *
 * @param name of what was measured
 * @param times in epoch seconds, rising
 * @param steady whether a level lasts until the next, so that there are no gaps and no slopes
 */
record TapeLevels(String name, DoubleFunction<String> words, double[] times, double[] values, boolean steady) {

    static TapeLevels of(Symptom symptom) {
        return new TapeLevels(symptom.measure().metric(), symptom.measure()::words, symptom.times(), symptom.values(), false);
    }

    /** How many titles fired at once; none in a time without a single alert. */
    static TapeLevels of(List<Course> courses, TapeSpan span, Instant end) {
        TreeMap<Long, Integer> steps = new TreeMap<>();
        for (Course course : courses) {
            for (Stretch stretch : course.stretches()) {
                steps.merge(Math.max(stretch.from().getEpochSecond(), span.from().getEpochSecond()), 1, Integer::sum);
                if (stretch.to().isBefore(end)) {
                    steps.merge(stretch.to().getEpochSecond(), -1, Integer::sum);
                }
            }
        }
        steps.putIfAbsent(span.from().getEpochSecond(), 0);
        steps.putIfAbsent(end.getEpochSecond(), 0);
        double[] firing = steps.values().stream().mapToDouble(step -> step).toArray();
        Arrays.parallelPrefix(firing, Double::sum);
        return new TapeLevels("alerts firing", level -> String.valueOf(Math.round(level)), steps.keySet().stream().mapToDouble(at -> at).toArray(), firing, true);
    }

    double most() {
        return Arrays.stream(values).max().orElse(0);
    }

    double last() {
        return values[values.length - 1];
    }

    Instant at(int place) {
        return Instant.ofEpochMilli(Math.round(times[place] * 1000));
    }

    /** Without a point that tells nothing. */
    String words(double level) {
        return words.apply(level).replaceFirst("[.]0+(?= |$)", "");
    }

    /** Where each stretch without a gap begins, and the end. */
    List<Integer> stretches() {
        List<Integer> begins = new ArrayList<>(List.of(0));
        double[] steps = new double[times.length - 1];
        Arrays.setAll(steps, i -> times[i + 1] - times[i]);
        double usual = Arrays.stream(steps).sorted().skip(steps.length / 2).findFirst().orElse(0);
        for (int i = 0; i < steps.length && !steady; i++) {
            if (steps[i] > 4 * usual) {
                begins.add(i + 1);
            }
        }
        begins.add(times.length);
        return begins;
    }

    /** Since when it is as it was when the incident was detected, or -1 when it did not move about then. */
    int turn(Instant detected) {
        int then = (int) Arrays.stream(times).filter(at -> at <= detected.getEpochSecond()).count();
        int calm = (int) Arrays.stream(times).filter(at -> at <= detected.minus(Duration.ofMinutes(5)).getEpochSecond()).count();
        if (steady || calm < 5 || values.length - then < 2) {
            return -1;
        }
        double[] before = Arrays.stream(values, 0, calm).sorted().toArray();
        double usual = before[calm / 2];
        double wobble = Math.max(before[calm * 9 / 10] - before[calm / 10], 0.05 * Math.abs(usual));
        double[] after = Arrays.stream(values, then, Math.min(values.length, then + calm)).sorted().toArray();
        double level = after[after.length / 2];
        if (Math.abs(level - usual) < 2 * wobble) {
            return -1;
        }
        int first = then;
        while (first > 0 && Math.abs(values[first - 1] - usual) > Math.max(wobble, 0.1 * Math.abs(level - usual))) {
            first--;
        }
        return first;
    }
}
