package com.srecopilot.incident.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;
import org.springframework.util.unit.DataSize;

import com.srecopilot.tenancy.Actor;

class DirectoryContentsTests {

    private final UUID tenant = UUID.randomUUID();
    private final UUID evidence = UUID.randomUUID();
    private final byte[] bytes = new byte[Contents.PIECE + 1000];
    @TempDir
    private Path folder;

    @Test
    void keepsPiecesOfOneTenantApartFromOthers() throws IOException {
        new Random(7).nextBytes(bytes);
        ending(TransactionSynchronization.STATUS_COMMITTED, () -> keep());
        Actor.system(tenant, "test").run(() -> {
            assertThat(piece(0)).hasSize(Contents.PIECE).startsWith(bytes[0], bytes[1]);
            assertThat(piece(1)).hasSize(1000).endsWith(bytes[bytes.length - 1]);
            assertThat(piece(2)).isEmpty();
        });
        assertThat(folder.resolve(tenant.toString()).resolve(evidence.toString())).hasBinaryContent(bytes);
    }

    @Test
    void whatIsRolledBackLeavesNoFileAndWhatIsDiscardedGoesWithTheCommit() {
        ending(TransactionSynchronization.STATUS_ROLLED_BACK, () -> keep());
        Path file = folder.resolve(tenant.toString()).resolve(evidence.toString());
        assertThat(Files.exists(file)).isFalse();
        ending(TransactionSynchronization.STATUS_COMMITTED, () -> keep());
        ending(TransactionSynchronization.STATUS_ROLLED_BACK, () -> contents().discard(evidence));
        assertThat(Files.exists(file)).isTrue();
        ending(TransactionSynchronization.STATUS_COMMITTED, () -> contents().discard(evidence));
        assertThat(Files.exists(file)).isFalse();
    }

    private void ending(int status, Runnable work) {
        Actor.system(tenant, "test").run(() -> {
            TransactionSynchronizationManager.initSynchronization();
            try {
                work.run();
                TransactionSynchronizationUtils.triggerAfterCompletion(status);
            } finally {
                TransactionSynchronizationManager.clearSynchronization();
            }
        });
    }

    private DirectoryContents contents() {
        return new DirectoryContents(new EvidenceProperties(DataSize.ofMegabytes(25), "directory", folder, null));
    }

    private void keep() {
        try {
            contents().keep(evidence, () -> new ByteArrayInputStream(bytes), bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] piece(int place) {
        try {
            return contents().piece(evidence, place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
