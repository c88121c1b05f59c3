package com.srecopilot.encryption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The installation's key for fields: configured, or made once and kept in a file that only this user may read. */
@Component
class FieldKey {

    private static final int BYTES = 32;

    private final EncryptionProperties properties;
    private final Path file;

    FieldKey(EncryptionProperties properties, @Value("${srecopilot.home}") Path home) {
        this.properties = properties;
        this.file = home.toAbsolutePath().normalize().resolve("secrets").resolve("field-key");
    }

    /** @throws IllegalStateException when what is configured is no such key */
    byte[] bytes() {
        return properties.key().isBlank() ? decoded(kept(), file.toString()) : decoded(properties.key().strip(), "srecopilot.encryption.key");
    }

    private String kept() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make() throws IOException {
        Files.createDirectories(file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Path draft = Files.createTempFile(file.getParent(), "field-key", ".new", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, Base64.getEncoder().encodeToString(key));
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException another) {
            // Another node that shares the folder was faster; its key counts.
        } finally {
            Files.delete(draft);
        }
    }

    private static byte[] decoded(String text, String where) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(where + " is not Base64", e);
        }
        if (key.length != BYTES) {
            throw new IllegalStateException(where + " holds " + key.length + " bytes, not " + BYTES + "; make one with: openssl rand -base64 32");
        }
        return key;
    }
}
