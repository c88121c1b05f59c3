package com.srecopilot.encryption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Service;

/** AES-256-GCM over one field, bound to the place where it is kept: a value copied into another row does not open there. */
@Service
public class FieldCipher {

    private static final byte VERSION = 1;
    private static final int IV = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    FieldCipher(FieldKey key) {
        this.key = new SecretKeySpec(key.bytes(), "AES");
    }

    /** @param place names the row and column for ever, such as {@code source_signatures/<id>} */
    public byte[] encrypt(String plain, String place) {
        byte[] iv = new byte[IV];
        random.nextBytes(iv);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, iv, place, plain.getBytes(StandardCharsets.UTF_8), 0);
        return ByteBuffer.allocate(1 + IV + sealed.length).put(VERSION).put(iv).put(sealed).array();
    }

    /** @throws Undecipherable when it was encrypted with another key, for another place, or changed */
    public String decrypt(byte[] stored, String place) {
        if (stored.length < 1 + IV + TAG_BITS / 8 || stored[0] != VERSION) {
            throw new Undecipherable(null);
        }
        byte[] iv = new byte[IV];
        System.arraycopy(stored, 1, iv, 0, IV);
        return new String(run(Cipher.DECRYPT_MODE, iv, place, stored, 1 + IV), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] iv, String place, byte[] text, int from) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text, from, text.length - from);
        } catch (GeneralSecurityException e) {
            throw new Undecipherable(e);
        }
    }
}
