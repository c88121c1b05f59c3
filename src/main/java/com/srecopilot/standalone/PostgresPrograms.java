package com.srecopilot.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL of the class path, unpacked once for each of its builds. */
record PostgresPrograms(Path folder) {

    private static final Logger log = LoggerFactory.getLogger(PostgresPrograms.class);

    private static final Map<String, String> ARCHIVES = Map.of(
            "amd64", "/postgres-linux-x86_64.txz",
            "aarch64", "/postgres-linux-arm_64.txz");

    /** @throws StartupProblem when there is none for this machine */
    static PostgresPrograms unpack(Path folder) {
        String archive = ARCHIVES.get(System.getProperty("os.arch"));
        if (archive == null || !System.getProperty("os.name").equals("Linux")) {
            throw new StartupProblem("No PostgreSQL is built in for this machine (" + machine() + ").",
                    "Start a PostgreSQL server and give its address in SPRING_DATASOURCE_URL.");
        }
        try {
            // Named by content, so that a newer release never runs on the files of an older one.
            Path target = folder.resolve("programs-" + Unpacking.digest(open(archive)).substring(0, 12));
            if (!Files.exists(target)) {
                log.info("Unpacking PostgreSQL, once");
                Unpacking.tar(open(archive), target);
            }
            return new PostgresPrograms(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String machine() {
        return System.getProperty("os.name") + " on " + System.getProperty("os.arch");
    }

    private static InputStream open(String archive) {
        return PostgresPrograms.class.getResourceAsStream(archive);
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    /** For people, such as 18.6. */
    String version() {
        String answer = Command.run(Duration.ofSeconds(10), List.of(program("postgres"), "--version")).output();
        return answer.replaceAll("(?s)^\\D*([0-9.]+).*$", "$1").strip();
    }
}
