package com.srecopilot.incident.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartFile;

import com.srecopilot.identity.Invalid;

/** Looks through what somebody brings before any of it is kept; no transaction waits meanwhile. */
@Component
class EvidenceExamination {

    static final int LONGEST_LOG = 200_000;
    static final int MOST_FILES = 20;

    private static final int LONGEST_NOTE = 1000;
    private static final int LONGEST_LINK = 2000;
    private static final int LONGEST_NAME = 200;
    private static final int EXCERPT_LINES = 6;
    private static final int EXCERPT_WIDTH = 200;

    private final DataSize largest;

    EvidenceExamination(EvidenceProperties properties) {
        this.largest = properties.largestFile();
    }

    /** @throws Invalid when any of it can't be used, with the name of its field */
    List<NewEvidence> of(EvidenceForm form) {
        limited("note", form.note(), LONGEST_NOTE);
        limited("name", form.name(), LONGEST_NAME);
        if (form.file().size() > MOST_FILES) {
            throw new Invalid("file", "takes " + MOST_FILES + " files at once");
        }
        List<NewEvidence> found = new ArrayList<>();
        form.file().forEach(file -> found.add(file(file, form)));
        if (!form.link().isEmpty()) {
            found.add(link(form));
        }
        if (!form.log().isEmpty()) {
            found.add(log(form));
        }
        if (found.isEmpty()) {
            throw new Invalid("file", "is missing: choose one, or give a link or log lines");
        }
        return found;
    }

    private NewEvidence file(MultipartFile file, EvidenceForm form) {
        String name = FileName.of(file.getOriginalFilename());
        if (file.getSize() > largest.toBytes()) {
            throw new Invalid("file", "takes " + Evidence.size(largest.toBytes()) + " at most; " + name + " has " + Evidence.size(file.getSize()));
        }
        try {
            byte[] beginning = beginning(file);
            String type = ContentKind.of(beginning);
            String excerpt = type.equals("text/plain") ? excerpt(new String(beginning, StandardCharsets.UTF_8)) : null;
            return new NewEvidence("file", name, form.note(), type, file.getSize(), null, excerpt, preview(file, type, Orientation.of(beginning)), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] beginning(MultipartFile file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            return content.readNBytes(ContentKind.LOOKED_AT);
        }
    }

    private static byte[] preview(MultipartFile file, String type, int orientation) throws IOException {
        if (!Thumbnail.possible(type)) {
            return null;
        }
        try (InputStream content = file.getInputStream()) {
            return Thumbnail.of(content, orientation);
        }
    }

    private static NewEvidence link(EvidenceForm form) {
        limited("link", form.link(), LONGEST_LINK);
        URI link = web(form.link());
        String name = form.name().isEmpty() ? cut(form.link().replaceFirst("^\\w+://", ""), LONGEST_NAME) : form.name();
        return new NewEvidence("link", name, form.note(), "", 0, link.toString(), null, null, null);
    }

    private static URI web(String text) {
        try {
            URI link = new URI(text);
            boolean web = "http".equalsIgnoreCase(link.getScheme()) || "https".equalsIgnoreCase(link.getScheme());
            if (web && link.getHost() != null && link.getUserInfo() == null) {
                return link;
            }
        } catch (URISyntaxException malformed) {
            throw new Invalid("link", "is no address: " + malformed.getReason().toLowerCase(Locale.ROOT), malformed);
        }
        throw new Invalid("link", "must begin with http:// or https:// and name a host, without a password");
    }

    private static NewEvidence log(EvidenceForm form) {
        if (form.log().length() > LONGEST_LOG) {
            throw new Invalid("log", "takes 200000 characters at most; this has " + form.log().length() + ". Attach it as a file");
        }
        byte[] content = form.log().getBytes(StandardCharsets.UTF_8);
        String name = form.name().isEmpty() ? "Log lines" : form.name();
        return new NewEvidence("log", name, form.note(), "text/plain", content.length, null, excerpt(form.log()), null,
                () -> new ByteArrayInputStream(content));
    }

    private static String excerpt(String text) {
        return text.replace("\u0000", "").lines().limit(EXCERPT_LINES).map(line -> cut(line, EXCERPT_WIDTH)).collect(Collectors.joining("\n"));
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static void limited(String field, String text, int most) {
        if (text.length() > most) {
            throw new Invalid(field, "has " + most + " characters at most; this one has " + text.length());
        }
    }
}
