package com.srecopilot.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/** What a server of ours writes about itself. One former log is kept. */
record ServerLog(Path file) {

    private static final Pattern COMPLAINT = Pattern.compile("FATAL:|PANIC:|error|Could not|Can't|Bad file format");
    /** Time, process and level, which say nothing to a person. */
    private static final Pattern PREFIX = Pattern.compile("^.*?(?:FATAL: |PANIC: |# )\\s*");

    void startAnew() {
        try {
            if (Files.exists(file)) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** The line that most likely says why the server is not there. */
    String lastWords() {
        List<String> lines = text().lines().filter(line -> !line.isBlank()).toList();
        return lines.stream().filter(COMPLAINT.asPredicate()).reduce((former, later) -> later)
                .or(() -> lines.stream().reduce((former, later) -> later))
                .map(line -> PREFIX.matcher(line).replaceFirst("").strip()).orElse("it left no word");
    }
}
