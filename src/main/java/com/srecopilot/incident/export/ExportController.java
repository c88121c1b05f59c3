package com.srecopilot.incident.export;

import java.nio.charset.StandardCharsets;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

import com.srecopilot.identity.NotFound;
import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.tenancy.Needs;

/** One incident as a download, for people and for programs: {@code md}, {@code json} or {@code pdf}. */
@Controller
@Needs("incidents:read")
class ExportController {

    private final Dossiers dossiers;
    private final JsonMapper json;

    ExportController(Dossiers dossiers, JsonMapper json) {
        this.dossiers = dossiers;
        this.json = json;
    }

    @GetMapping({"/incidents/{number}/export.{format}", "/api/v1/incidents/{number}/export.{format}"})
    ResponseEntity<byte[]> export(@PathVariable IncidentNumber number, @PathVariable String format) {
        return switch (format) {
            case "md" -> file(number, format, "text/markdown;charset=UTF-8", Markdown.of(dossiers.of(number.value())).getBytes(StandardCharsets.UTF_8));
            case "json" -> file(number, format, "application/json", json.writerWithDefaultPrettyPrinter().writeValueAsBytes(dossiers.of(number.value())));
            case "pdf" -> file(number, format, "application/pdf", Pdf.of(dossiers.of(number.value())));
            default -> throw new NotFound("An export as " + format);
        };
    }

    private static ResponseEntity<byte[]> file(IncidentNumber number, String format, String type, byte[] content) {
        var disposition = ContentDisposition.attachment().filename("INC-" + number.value() + "." + format).build();
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .contentType(MediaType.parseMediaType(type)).body(content);
    }
}
