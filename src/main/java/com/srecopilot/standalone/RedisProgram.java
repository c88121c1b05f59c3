package com.srecopilot.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The Redis of the class path. Its digest is written down here, because nobody else vouches for a program inside a library. */
record RedisProgram(Path file, String version) {

    private record Build(String resource, String digest) {
    }

    private static final Build AMD64 = new Build("redis-server-6.2.6-v5-linux-amd64",
            "1f716094e08a25faee2bc7626feb9e13464ed89018ac5c376c5e9cff06bdcf52");
    /** Without any library: for systems that lack OpenSSL 3, which the other build wants. */
    private static final Build STATIC = new Build("redis-server-6.2.7-linux-386",
            "7439d339751e396cef7205a3169c96f1c53661f65d473b8d086e2d1826f48145");
    private static final Build ARM64 = new Build("redis-server-6.2.7-linux-arm64",
            "036a23aa65bfb31d2a048aa96c170b38c2fbd4f1de68ef0f9c3133dd4b1474cd");

    private static final Map<String, List<Build>> BUILDS = Map.of("amd64", List.of(AMD64, STATIC), "aarch64", List.of(ARM64));

    /** @throws StartupProblem when there is none that runs on this machine, or it is not the one we know */
    static RedisProgram unpack(Path folder) {
        boolean linux = System.getProperty("os.name").equals("Linux");
        return BUILDS.getOrDefault(linux ? System.getProperty("os.arch") : "", List.of()).stream()
                .map(build -> unpack(build, folder))
                .filter(program -> !program.version.isEmpty())
                .findFirst().orElseThrow(() -> new StartupProblem(
                        "No Redis that is built in runs on this machine (" + PostgresPrograms.machine() + ").",
                        "Start a Redis server and give its address in SPRING_DATA_REDIS_URL."));
    }

    private static RedisProgram unpack(Build build, Path folder) {
        Path file = folder.resolve(build.resource);
        try {
            if (!Files.exists(file) || !isGenuine(build, file)) {
                try (InputStream content = RedisProgram.class.getResourceAsStream("/" + build.resource)) {
                    Unpacking.program(content, file);
                }
            }
            if (!isGenuine(build, file)) {
                throw new StartupProblem("The Redis program in this release is not the one that was tested.",
                        "Download the release again, or give the address of a Redis server in SPRING_DATA_REDIS_URL.");
            }
            return new RedisProgram(file, version(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isGenuine(Build build, Path file) throws IOException {
        return Unpacking.digest(Files.newInputStream(file)).equals(build.digest);
    }

    /** Empty when the program does not run here. */
    private static String version(Path file) {
        Command answer = Command.run(Duration.ofSeconds(10), List.of(file.toString(), "--version"));
        return answer.succeeded() ? answer.output().replaceAll("(?s)^.*v=(\\S+).*$", "$1") : "";
    }
}
