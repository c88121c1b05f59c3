package com.srecopilot.incident.tape;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import com.srecopilot.alert.AlertCourses.Course;
import com.srecopilot.incident.IncidentView;

/** What the tape says to those who don't see it. */
final class TapeWords {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("MMM d HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private TapeWords() {
    }

    static String sentence(IncidentView incident, List<Course> alerts, List<Tape.Mark> marks) {
        long firing = alerts.stream().mapToLong(Course::firing).sum();
        int happened = marks.stream().mapToInt(Tape.Mark::count).sum();
        return "Detected " + when(incident.detectedAt()) + (incident.open() ? ", still " + incident.state() : ", resolved " + when(incident.resolvedAt()))
                + ". " + number(alerts.stream().mapToLong(Course::count).sum(), "alert") + (firing > 0 ? ", " + firing + " still firing" : "")
                + ", " + number(happened, "event") + ".";
    }

    static String course(Course course) {
        return course.title() + " fired" + (course.count() > 1 ? " " + course.count() + " times" : "") + (course.firing() > 0 ? ", still firing" : "");
    }

    private static String number(long count, String what) {
        return (count == 0 ? "no" : String.valueOf(count)) + " " + what + (count == 1 ? "" : "s");
    }

    private static String when(Instant at) {
        return WHEN.format(at);
    }
}
