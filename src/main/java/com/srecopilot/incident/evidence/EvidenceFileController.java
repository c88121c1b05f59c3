package com.srecopilot.incident.evidence;

import java.io.IOException;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import com.srecopilot.identity.NotFound;
import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.tenancy.Needs;

/** Contents leave as attachments only; what pages show of an image is painted by ourselves. */
@Controller
@Needs("incidents:read")
class EvidenceFileController {

    private final IncidentEvidence evidence;
    private final EvidenceContents contents;

    EvidenceFileController(IncidentEvidence evidence, EvidenceContents contents) {
        this.evidence = evidence;
        this.contents = contents;
    }

    @GetMapping({"/incidents/{number}/evidence/{id}/file", "/api/v1/incidents/{number}/evidence/{id}/content"})
    void download(@PathVariable IncidentNumber number, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        Evidence asked = evidence.get(number.value(), id);
        if (asked.store() == null) {
            throw new NotFound("A content of a link");
        }
        byte[] begin = contents.piece(asked, 0);
        String name = "log".equals(asked.kind()) && !asked.name().contains(".") ? asked.name() + ".log" : asked.name();
        response.setContentType(ContentKind.harmless(asked.mediaType()));
        response.setContentLengthLong(asked.bytes());
        response.setHeader("Content-Disposition", FileName.attachment(FileName.of(name)));
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        contents.copy(asked, begin, response.getOutputStream());
    }

    @GetMapping("/incidents/{number}/evidence/{id}/preview")
    ResponseEntity<byte[]> preview(@PathVariable IncidentNumber number, @PathVariable UUID id) {
        return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).header("Cache-Control", "private, max-age=3600").body(evidence.preview(number.value(), id));
    }
}
