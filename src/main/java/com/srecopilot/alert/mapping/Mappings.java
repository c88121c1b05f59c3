package com.srecopilot.alert.mapping;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;

import com.srecopilot.alert.format.AlertFormat;
import com.srecopilot.alert.format.IncomingAlert;
import com.srecopilot.alert.format.Payload;
import com.srecopilot.identity.Briefly;
import com.srecopilot.identity.IngestKey;
import com.srecopilot.tenancy.Actor;

/** Reads a delivery as its source's mapping and template say. A source without them pays nothing: its key says that it has none. */
@Service
public class Mappings {

    private final Briefly<String, Reading> readings;
    private final MappingVersions versions;

    Mappings(MappingVersions versions, Clock clock) {
        this.versions = versions;
        this.readings = new Briefly<>(Duration.ofMinutes(10), 10_000, clock);
    }

    /** @throws com.srecopilot.alert.format.Unreadable naming the field that can't be read */
    public List<IncomingAlert> read(IngestKey source, AlertFormat format, Payload payload) {
        String revision = source.handling().get(MappingVersions.HANDLING);
        return revision == null ? format.read(payload) : readings.get(revision, key -> Optional.of(reading(source))).orElseThrow().read(format, payload);
    }

    private Reading reading(IngestKey source) {
        return Reading.of(Actor.system(source.tenant(), "intake").call(() -> versions.current(source.id())).orElse(MappingForm.EMPTY));
    }
}
