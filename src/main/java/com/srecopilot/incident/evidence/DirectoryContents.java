package com.srecopilot.incident.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.UUID;

import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import com.srecopilot.tenancy.Actor;

/** In a folder, one below it for each tenant; several nodes share it over a file system of theirs. */
@Component
class DirectoryContents implements Contents {

    private final EvidenceProperties properties;

    DirectoryContents(EvidenceProperties properties) {
        this.properties = properties;
    }

    @Override
    public String name() {
        return "directory";
    }

    @Override
    public void keep(UUID evidence, InputStreamSource source, long bytes) throws IOException {
        Path file = file(evidence);
        Files.createDirectories(file.getParent());
        afterwards(TransactionSynchronization.STATUS_ROLLED_BACK, file);
        try (InputStream content = source.getInputStream()) {
            Files.copy(content, file);
        }
        try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }

    @Override
    public byte[] piece(UUID evidence, int place) throws IOException {
        try (SeekableByteChannel file = Files.newByteChannel(file(evidence))) {
            var piece = ByteBuffer.allocate(PIECE);
            file.position((long) place * PIECE);
            while (piece.hasRemaining() && file.read(piece) >= 0) {
                continue;
            }
            return Arrays.copyOf(piece.array(), piece.position());
        }
    }

    @Override
    public void discard(UUID evidence) {
        afterwards(TransactionSynchronization.STATUS_COMMITTED, file(evidence));
    }

    private Path file(UUID evidence) {
        if (properties.directory() == null) {
            throw new IllegalStateException("Evidence " + evidence + " was kept in a directory: set srecopilot.incident.evidence.directory again");
        }
        return properties.directory().resolve(Actor.current().tenant().toString()).resolve(evidence.toString());
    }

    /** Deletes the file when the transaction ends so. */
    private static void afterwards(int end, Path file) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == end) {
                    delete(file);
                }
            }
        });
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
