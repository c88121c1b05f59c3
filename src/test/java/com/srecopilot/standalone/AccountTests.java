package com.srecopilot.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Containers run things as root, and PostgreSQL will not. */
class AccountTests {

    @TempDir
    private Path temporary;

    @Test
    void rootStepsDownToNobodyWhereNamespacesAreForbiddenAndBackAgain() throws IOException {
        assumeTrue(Account.isRoot());
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
        try (Home home = new Home(temporary.resolve("home"))) {
            EmbeddedPostgres postgres = EmbeddedPostgres.start(home.folder, Account.NOBODY);
            EmbeddedRedis redis = EmbeddedRedis.start(home.folder, Account.NOBODY);
            assertThat(owner(Path.of("/proc", String.valueOf(Postmaster.of(postgres.cluster()).orElseThrow().process())))).isEqualTo(65534);
            redis.stop();
            postgres.stop();
            home.postgres().stop();
            home.redis().stop();
        }
    }

    @Test
    void nobodyCannotReachAFolderInsideAClosedOne() throws IOException {
        assumeTrue(Account.isRoot());
        Path closed = Files.createDirectories(temporary.resolve("closed/home/postgres"));
        Files.setPosixFilePermissions(temporary.resolve("closed"), PosixFilePermissions.fromString("rwx------"));
        assertThatThrownBy(() -> Account.NOBODY.own(closed)).isInstanceOf(StartupProblem.class)
                .hasMessageContaining("the user nobody cannot reach");
    }

    private static int owner(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }
}
