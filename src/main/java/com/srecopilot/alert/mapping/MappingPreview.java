package com.srecopilot.alert.mapping;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.alert.format.AlertFormat;
import com.srecopilot.alert.format.IncomingAlert;
import com.srecopilot.alert.format.Payload;
import com.srecopilot.alert.format.Unreadable;
import com.srecopilot.alert.source.Redaction;

/** What a mapping would make of the last payloads. It reads them without what looks like a secret, so that no path can bring one to light. */
@Service
@Transactional(readOnly = true)
class MappingPreview {

    private static final int PAYLOADS = 8;
    private static final int CHARACTERS = 60_000;
    private static final int ALERTS = 5;

    private final Map<String, AlertFormat> formats = new LinkedHashMap<>();
    private final JdbcClient jdbc;

    MappingPreview(List<AlertFormat> formats, JdbcClient jdbc) {
        formats.forEach(format -> this.formats.put(format.name(), format));
        this.jdbc = jdbc;
    }

    /** @param alerts the first of them. @param reason why it would be refused, or null */
    record Previewed(Instant at, String format, List<IncomingAlert> alerts, int total, String reason, String payload) {

        public int more() {
            return total - alerts.size();
        }
    }

    List<Previewed> of(UUID source, Reading reading) {
        return jdbc.sql("select received_at, format, payload from receipts where source_id = ? and length(payload) between 2 and ? order by received_at desc, id desc limit ?")
                .params(source, CHARACTERS, PAYLOADS).query((row, number) -> previewed(row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        row.getString("format"), Redaction.whole(row.getString("payload")), reading)).list();
    }

    private Previewed previewed(Instant at, String format, String payload, Reading reading) {
        String shown = Redaction.of(payload);
        try {
            List<IncomingAlert> alerts = reading.read(formats.get(format), new Payload(payload.getBytes(StandardCharsets.UTF_8), at));
            return new Previewed(at, format, alerts.subList(0, Math.min(ALERTS, alerts.size())), alerts.size(), null, shown);
        } catch (Unreadable e) {
            return new Previewed(at, format, List.of(), 0, e.getMessage(), shown);
        }
    }
}
