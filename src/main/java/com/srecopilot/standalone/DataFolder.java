package com.srecopilot.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

/** The folder in which an installation without servers of its own keeps everything; one live process may hold it. */
final class DataFolder implements AutoCloseable {

    private static final String ELSEWHERE = "choose another folder with SRECOPILOT_HOME=/path/to/folder.";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path home;
    private final FileChannel lock;

    private DataFolder(Path home, FileChannel lock) {
        this.home = home;
        this.lock = lock;
    }

    /**
     * Creates the folder where needed and locks it for the life of this process.
     *
     * @throws StartupProblem when it cannot be written to, or another process holds it
     */
    static DataFolder open(Path home) {
        try {
            Files.createDirectories(home);
            FileChannel channel = FileChannel.open(home.resolve("lock"),
                    StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            DataFolder folder = new DataFolder(home, channel);
            folder.lock();
            return folder;
        } catch (IOException refused) {
            throw unusable(home, refused);
        }
    }

    static StartupProblem unusable(Path home, IOException refused) {
        return new StartupProblem("The data folder " + shown(home) + " cannot be written to (" + reason(home, refused) + ").",
                "Make it writable for this user and see that the disk is not full, or " + ELSEWHERE, refused);
    }

    private void lock() throws IOException {
        try {
            if (lock.tryLock() == null) {
                throw taken();
            }
        } catch (OverlappingFileLockException ours) {
            throw taken();
        }
        lock.truncate(0).write(ByteBuffer.wrap(String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)), 0);
    }

    private StartupProblem taken() throws IOException {
        ByteBuffer holder = ByteBuffer.allocate(20);
        lock.read(holder, 0);
        String process = new String(holder.array(), 0, holder.position(), StandardCharsets.US_ASCII).strip();
        lock.close();
        return new StartupProblem("The data folder " + shown(home) + " is in use by another SRE Copilot (process " + process + ").",
                "Stop that one, or " + ELSEWHERE);
    }

    /** A folder of its own for one server, closed to other users of the machine. */
    Path of(String server) {
        try {
            return Files.createDirectories(home.resolve(server), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path home() {
        return home;
    }

    /** A random password, made once and kept in a file that only this user may read. */
    String secret(String name) {
        Path file = of("secrets").resolve(name);
        try {
            if (!Files.exists(file)) {
                writePrivately(file, random());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file that only this user may read; it appears complete or not at all. */
    static void writePrivately(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String random() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The path as a person in the working directory would type it. */
    static String shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) && !path.equals(here) ? here.relativize(path).toString() : path.toString();
    }

    private static String reason(Path home, IOException refused) {
        if (refused instanceof AccessDeniedException) {
            return "it belongs to " + owner(home);
        }
        if (refused instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        return refused.getClass().getSimpleName().replaceAll("Exception$", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static String owner(Path home) {
        Path there = home;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            return there == null ? "somebody else" : Files.getOwner(there).getName();
        } catch (IOException unknown) {
            return "somebody else";
        }
    }

    /** Lets another process have the folder. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
