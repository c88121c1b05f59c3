package com.srecopilot.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A data folder for tests, and the roles in which a test comes to it. */
final class Home implements AutoCloseable {

    final DataFolder folder;

    Home(Path path) {
        folder = DataFolder.open(path);
    }

    /** A folder below the one that this process of tests has for itself. */
    static Path path(String name) {
        return Path.of(System.getProperty("srecopilot.tests", "target"), "standalone", name).toAbsolutePath();
    }

    static Home fresh(String name) throws IOException {
        Path path = path(name);
        Unpacking.delete(path);
        return new Home(path);
    }

    /** Spares each test the unpacking, which takes seconds. */
    Home withPrograms() throws IOException {
        Path shared = PostgresPrograms.unpack(Files.createDirectories(path("shared"))).folder();
        Files.createSymbolicLink(folder.of("postgres").resolve(shared.getFileName()), shared);
        return this;
    }

    EmbeddedPostgres postgres() {
        return EmbeddedPostgres.start(folder, Account.forServers());
    }

    EmbeddedRedis redis() {
        return EmbeddedRedis.start(folder, Account.forServers());
    }

    @Override
    public void close() {
        folder.close();
    }
}
