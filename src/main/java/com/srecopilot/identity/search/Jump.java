package com.srecopilot.identity.search;

import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Service;

import com.srecopilot.identity.Destinations;
import com.srecopilot.identity.Destinations.Destination;
import com.srecopilot.tenancy.Actor;

/** Asks every room what it has by these words. */
@Service
class Jump {

    private static final int LONGEST = 100;

    private final List<Destinations> kinds;

    Jump(List<Destinations> kinds) {
        this.kinds = kinds.stream().sorted(Comparator.comparingInt(Destinations::order)).toList();
    }

    record Found(String heading, List<Destination> items) {
    }

    /** @return the kinds that have a match; none for no words */
    List<Found> find(String words, int most) {
        String typed = words.strip();
        if (typed.isEmpty() || typed.length() > LONGEST) {
            return List.of();
        }
        return kinds.stream().filter(kind -> kind.needs().isEmpty() || Actor.current().can(kind.needs()))
                .map(kind -> new Found(kind.heading(), kind.find(typed, most))).filter(found -> !found.items().isEmpty()).toList();
    }
}
