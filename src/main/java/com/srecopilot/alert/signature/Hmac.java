package com.srecopilot.alert.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 over the body as it came, in a header: {@code <hex>}, {@code sha256=<hex>}, {@code v1=<hex>} or Base64;
 * several, divided by commas, while the sender changes its secret. With a time it is over {@code <unix seconds>:<body>}.
 */
final class Hmac {

    private static final int BYTES = 32;
    private static final int MOST = 5;

    private Hmac() {
    }

    /** @throws WrongSignature when none of the header's signatures is right */
    static void verify(String secret, String header, String value, byte[] signed) {
        if (value == null || value.isBlank()) {
            throw new WrongSignature("The signature in " + header + " is missing");
        }
        byte[] right = of(secret, signed);
        boolean found = false;
        for (String each : value.split(",", MOST + 1)) {
            byte[] theirs = decoded(each.strip());
            found |= MessageDigest.isEqual(right, theirs);
        }
        if (!found) {
            throw new WrongSignature(Stream.of(value.split(",", MOST + 1)).allMatch(each -> decoded(each.strip()).length != BYTES)
                    ? "The signature in " + header + " is no HMAC-SHA256" : "The signature in " + header + " does not fit the body");
        }
    }

    /** What is signed together with a time. @throws WrongSignature when the time is missing or too far off */
    static byte[] timed(String header, String value, byte[] body, Instant now, Duration tolerance) {
        String time = value == null ? "" : value.strip();
        if (!time.matches("\\d{9,11}")) {
            throw new WrongSignature("The time in " + header + " is missing or not in Unix seconds");
        }
        long off = now.getEpochSecond() - Long.parseLong(time);
        if (Math.abs(off) > tolerance.toSeconds()) {
            throw new WrongSignature("The time in " + header + " is " + Math.abs(off) + " s " + (off > 0 ? "old" : "ahead") + ", more than " + tolerance.toSeconds() + " s");
        }
        byte[] prefix = (time + ":").getBytes(StandardCharsets.US_ASCII);
        byte[] signed = new byte[prefix.length + body.length];
        System.arraycopy(prefix, 0, signed, 0, prefix.length);
        System.arraycopy(body, 0, signed, prefix.length, body.length);
        return signed;
    }

    static byte[] of(String secret, byte[] signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decoded(String text) {
        String bare = text.replaceFirst("^(sha256|v1)=", "");
        try {
            return bare.length() == 2 * BYTES ? HexFormat.of().parseHex(bare) : bare.length() == 44 ? Base64.getDecoder().decode(bare) : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
