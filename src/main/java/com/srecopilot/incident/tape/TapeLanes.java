package com.srecopilot.incident.tape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import com.srecopilot.alert.AlertCourses.Course;
import com.srecopilot.alert.AlertCourses.Stretch;

/** The alerts as bars, those of one title in one lane. Three lanes have room. */
final class TapeLanes {

    private static final int MOST = 3;
    private static final double HAIR = .4;

    private TapeLanes() {
    }

    /** Of the most frequent titles, the first to fire on top. */
    static List<Tape.Lane> of(List<Course> courses, TapeSpan span) {
        return courses.stream().limit(MOST).sorted(Comparator.comparing(course -> course.stretches().get(0).from()))
                .map(course -> lane(course, span)).toList();
    }

    /** Titles that found no lane. */
    static long hidden(List<Course> courses) {
        return Math.max(0, courses.size() - MOST);
    }

    private static Tape.Lane lane(Course course, TapeSpan span) {
        List<Tape.Bar> bars = new ArrayList<>();
        course.stretches().forEach(stretch -> draw(bars, stretch, span));
        return new Tape.Lane(course.severity(), course.title() + (course.count() > 1 ? " ×" + course.count() : ""), bars);
    }

    /** Stretches that nobody could tell apart become one: a flapping check costs no more than a hundred bars or so. */
    private static void draw(List<Tape.Bar> bars, Stretch stretch, TapeSpan span) {
        double at = span.at(stretch.from());
        double end = span.at(stretch.to());
        Tape.Bar before = bars.isEmpty() ? null : bars.get(bars.size() - 1);
        if (before != null && at - before.at() - before.width() < HAIR) {
            bars.set(bars.size() - 1, bar(before.at(), Math.max(end, before.at() + before.width())));
        } else {
            bars.add(bar(Math.min(at, 100 - HAIR), Math.max(end, at + HAIR)));
        }
    }

    private static Tape.Bar bar(double at, double end) {
        return new Tape.Bar(at, Math.round((Math.min(100, end) - at) * 100) / 100.0);
    }
}
