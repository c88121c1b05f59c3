package com.srecopilot.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What a room above sees of how services do, for many at once; one bean for each room that sees something. */
public interface ServiceSignals {

    /** By service name; services about which there is nothing to say are left out. */
    Map<String, Signal> now();

    /** Counts of the last hours, the oldest first, by service name; quiet services may be left out. */
    default Map<String, List<Long>> hourly(Collection<String> services, int hours) {
        return Map.of();
    }

    /**
     * @param noun what is counted, in the singular: {@code incident}
     * @param failing whether it is bad enough to call the service failing rather than degraded
     * @param path the page that shows them
     */
    record Signal(String noun, long count, boolean failing, String path) {

        public String words() {
            return count + " " + noun + (count == 1 ? "" : "s");
        }
    }
}
