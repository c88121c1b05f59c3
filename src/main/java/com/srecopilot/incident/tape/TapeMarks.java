package com.srecopilot.incident.tape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import com.srecopilot.incident.tape.Tape.Mark;

/** Thins marks out until each has room: of those too close together the weightier stays and says how many it stands for. */
final class TapeMarks {

    private static final double ROOM = 2.1;
    private static final double ROOM_ON_A_PHONE = 6;

    private TapeMarks() {
    }

    static List<Mark> fitting(List<Mark> marks) {
        List<Mark> fitting = new ArrayList<>();
        for (Mark mark : marks.stream().sorted(Comparator.comparingDouble(Mark::at)).toList()) {
            Mark before = fitting.isEmpty() ? null : fitting.get(fitting.size() - 1);
            if (before != null && mark.at() - before.at() < ROOM) {
                fitting.set(fitting.size() - 1, before.joined(mark));
            } else {
                fitting.add(mark);
            }
        }
        return onPhones(fitting);
    }

    private static List<Mark> onPhones(List<Mark> marks) {
        List<Mark> kept = new ArrayList<>();
        marks.stream().sorted(Comparator.comparingInt(Mark::weight).reversed()).forEach(mark -> {
            boolean room = kept.stream().noneMatch(other -> !other.wide() && Math.abs(other.at() - mark.at()) < ROOM_ON_A_PHONE);
            kept.add(room ? mark : mark.onlyWhereWide());
        });
        return kept.stream().sorted(Comparator.comparingDouble(Mark::at)).toList();
    }
}
