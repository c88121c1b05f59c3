package com.srecopilot.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code postmaster.pid} says about a server, if it can be believed. */
record Postmaster(long process, int port) {

    private static final int PORT_LINE = 3;

    /** The server that runs on this cluster right now. */
    static Optional<Postmaster> of(Path cluster) {
        return read(cluster).filter(postmaster -> postmaster.serves(cluster));
    }

    /**
     * Makes a left-over pid file harmless when a stranger has got the process id meanwhile: PostgreSQL would take that one for a
     * server and refuse to start. The file itself stays, because by its other lines PostgreSQL finds sessions that still run.
     */
    static void disown(Path cluster) {
        Optional<Postmaster> left = read(cluster);
        if (left.isEmpty() || left.get().serves(cluster) || ProcessHandle.of(left.get().process).isEmpty()) {
            return;
        }
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(file(cluster)));
            lines.set(0, String.valueOf(Integer.MAX_VALUE));
            Files.write(file(cluster), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Postmaster> read(Path cluster) {
        try {
            List<String> lines = Files.readAllLines(file(cluster));
            return Optional.of(new Postmaster(Long.parseLong(lines.get(0).strip()), Integer.parseInt(lines.get(PORT_LINE).strip())));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException absent) {
            return Optional.empty();
        }
    }

    private boolean serves(Path cluster) {
        try {
            String words = Files.readString(Path.of("/proc", String.valueOf(process), "cmdline"), StandardCharsets.ISO_8859_1);
            return words.contains("postgres") && words.contains(new String(cluster.toString().getBytes(), StandardCharsets.ISO_8859_1));
        } catch (IOException gone) {
            return false;
        }
    }

    private static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }
}
