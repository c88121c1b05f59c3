package com.srecopilot.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Under which account the embedded servers run; PostgreSQL refuses to run as root. */
enum Account {

    /** As whoever runs this process. */
    SELF(List.of()),
    /** Root, seen as nobody from inside a user namespace: the files stay root's, the privileges are gone. */
    NAMESPACE(List.of("unshare", "-U")),
    /** Nobody, where a container forbids user namespaces. */
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"));

    private static final int ROOT_ID = 0;
    private static final int NOBODY_ID = 65534;

    private final List<String> stepDown;

    Account(List<String> stepDown) {
        this.stepDown = stepDown;
    }

    /** @throws StartupProblem when this process is root and cannot step down */
    static Account forServers() {
        if (!isRoot()) {
            return SELF;
        }
        return Stream.of(NAMESPACE, NOBODY).filter(Account::works).findFirst().orElseThrow(() -> new StartupProblem(
                "PostgreSQL refuses to run as root, and neither unshare nor setpriv can step down from root here.",
                "Run SRE Copilot as an ordinary user, or give it a server of your own in SPRING_DATASOURCE_URL."));
    }

    static boolean isRoot() {
        // With the slash and dot it is the process and not the symbolic link, which is always root's.
        return owner(Path.of("/proc/self/.")) == ROOT_ID;
    }

    private boolean works() {
        return Command.succeeds(as("true").toArray(String[]::new));
    }

    List<String> as(String... words) {
        List<String> all = new ArrayList<>(stepDown);
        all.addAll(List.of(words));
        return all;
    }

    /**
     * Gives everything in the folder to this account.
     *
     * @throws StartupProblem when the account cannot get to the folder at all
     */
    void own(Path folder) {
        if (this == SELF) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.forEach(path -> give(path, this == NOBODY ? NOBODY_ID : ROOT_ID));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (this == NOBODY) {
            letThrough(folder);
        }
    }

    private void letThrough(Path folder) {
        try {
            Files.setPosixFilePermissions(folder.getParent(), PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Command.succeeds(as("test", "-w", folder.toString()).toArray(String[]::new))) {
            throw new StartupProblem("PostgreSQL refuses to run as root, and the user nobody cannot reach " + folder + ".",
                    "Choose a folder outside of root's home with SRECOPILOT_HOME=/path/to/folder, or run SRE Copilot as an ordinary user.");
        }
    }

    private static void give(Path path, int id) {
        try {
            if (owner(path) != id) {
                Files.setAttribute(path, "unix:gid", id, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(path, "unix:uid", id, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int owner(Path path) {
        try {
            return (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
