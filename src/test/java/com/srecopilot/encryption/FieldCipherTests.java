package com.srecopilot.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FieldCipherTests {

    @TempDir
    private Path home;

    @Test
    void whatIsEncryptedOpensAgainAlsoAfterARestart() {
        byte[] stored = cipher("").encrypt("hush ✓", "table/1");
        assertThat(cipher("").decrypt(stored, "table/1")).isEqualTo("hush ✓");
        assertThat(new String(stored)).doesNotContain("hush");
        assertThat(cipher("").encrypt("hush ✓", "table/1")).isNotEqualTo(stored);
    }

    @Test
    void itOpensNowhereElseAndNotWhenChanged() {
        byte[] stored = cipher("").encrypt("hush", "table/1");
        assertThatThrownBy(() -> cipher("").decrypt(stored, "table/2")).isInstanceOf(Undecipherable.class);
        assertThatThrownBy(() -> cipher(Base64.getEncoder().encodeToString(new byte[32])).decrypt(stored, "table/1")).isInstanceOf(Undecipherable.class);
        stored[stored.length - 1] ^= 1;
        assertThatThrownBy(() -> cipher("").decrypt(stored, "table/1")).isInstanceOf(Undecipherable.class);
        assertThatThrownBy(() -> cipher("").decrypt(new byte[] {1, 2}, "table/1")).isInstanceOf(Undecipherable.class);
    }

    @Test
    void theKeyIsMadeOnceForThisUserAlone() throws IOException {
        cipher("");
        Path file = home.resolve("secrets/field-key");
        String made = Files.readString(file);
        cipher("");
        assertThat(Files.readString(file)).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aKeyThatIsNoneStopsTheStart() {
        assertThatThrownBy(() -> cipher("c2hvcnQ=")).hasMessageContaining("holds 5 bytes, not 32");
        assertThatThrownBy(() -> cipher("not base64!")).hasMessageContaining("is not Base64");
    }

    private FieldCipher cipher(String key) {
        return new FieldCipher(new FieldKey(new EncryptionProperties(key), home));
    }
}
