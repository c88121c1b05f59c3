package com.srecopilot.standalone;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A short-lived program that was run to its end. */
record Command(int status, String output) {

    /** Status of a program that is not there or did not end in time. */
    private static final int NEVER_ENDED = -1;

    static Command run(Duration limit, List<String> words) {
        try {
            // A file rather than a pipe: a server that the program leaves behind would keep a pipe open for ever.
            Path output = Files.createTempFile("srecopilot", ".out");
            try {
                Process process = builder(words).redirectErrorStream(true).redirectOutput(output.toFile()).start();
                return new Command(status(process, limit), Files.readString(output));
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            return new Command(NEVER_ENDED, e.getMessage());
        }
    }

    static boolean succeeds(String... words) {
        return run(Duration.ofSeconds(5), List.of(words)).succeeded();
    }

    boolean succeeded() {
        return status == 0;
    }

    static ProcessBuilder builder(List<String> words) {
        // The working directory may be out of reach for the account that the program steps down to.
        ProcessBuilder builder = new ProcessBuilder(words).directory(new File("/"));
        // PostgreSQL refuses to start under a locale that is not installed.
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private static int status(Process process, Duration limit) {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return NEVER_ENDED;
    }
}
