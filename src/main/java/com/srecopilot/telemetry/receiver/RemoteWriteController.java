package com.srecopilot.telemetry.receiver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import com.srecopilot.telemetry.SampleStore;
import com.srecopilot.telemetry.Stored;
import com.srecopilot.tenancy.Anyone;

/**
 * Where a Prometheus writes, of protocol 1 and 2. 204 when all is committed; 400 with the reason when samples were refused,
 * the others being committed all the same, so that nothing is sent again in vain; 503 when it should be sent again.
 */
@RestController
@Anyone
class RemoteWriteController {

    private final Doorkeeper doorkeeper;
    private final SampleStore store;
    private final NativeHistograms natives;

    RemoteWriteController(Doorkeeper doorkeeper, SampleStore store, NativeHistograms natives) {
        this.doorkeeper = doorkeeper;
        this.store = store;
        this.natives = natives;
    }

    @PostMapping("/ingest/{key}/api/v1/write")
    ResponseEntity<byte[]> write(@PathVariable String key, HttpServletRequest request) throws IOException {
        return take(key, request);
    }

    /** The key is in the header Authorization. */
    @PostMapping("/ingest/api/v1/write")
    ResponseEntity<byte[]> write(HttpServletRequest request) throws IOException {
        return take(null, request);
    }

    private ResponseEntity<byte[]> take(String key, HttpServletRequest request) throws IOException {
        String type = String.valueOf(request.getContentType()).replace(" ", "");
        var written = new AtomicLong();
        return doorkeeper.take("remote write", key, request, body -> {
            Samples samples = RemoteWrite.read(body, type.contains("proto=io.prometheus.write.v2.Request"));
            Stored histograms = natives.write(samples);
            written.set(histograms.accepted());
            return store.write(samples.drafts).plus(histograms).plus(samples.refused());
        }, stored -> answer(stored, written.get()), RemoteWriteController::failed);
    }

    private static ResponseEntity<byte[]> answer(Stored stored, long histograms) {
        var answer = ResponseEntity.status(stored.refused() > 0 ? HttpStatus.BAD_REQUEST : HttpStatus.NO_CONTENT)
                .header("X-Prometheus-Remote-Write-Samples-Written", Long.toString(stored.accepted() + stored.ignored() - histograms))
                .header("X-Prometheus-Remote-Write-Histograms-Written", Long.toString(histograms)).header("X-Prometheus-Remote-Write-Exemplars-Written", "0");
        return stored.refused() > 0 ? answer.contentType(MediaType.TEXT_PLAIN).body(text(stored.complaint())) : answer.build();
    }

    private static ResponseEntity<byte[]> failed(HttpStatus status, String reason) {
        return Doorkeeper.status(status).contentType(MediaType.TEXT_PLAIN).body(text(reason));
    }

    private static byte[] text(String reason) {
        return (reason + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
