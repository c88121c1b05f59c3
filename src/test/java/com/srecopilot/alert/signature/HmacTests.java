package com.srecopilot.alert.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;

class HmacTests {

    private static final byte[] BODY = "Hello, World!".getBytes(StandardCharsets.UTF_8);
    private static final String SECRET = "It's a Secret to Everybody";
    /** GitHub's documented example. */
    private static final String RIGHT = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

    @Test
    void theDocumentedExampleIsRightInEachNotation() {
        for (String value : new String[] {RIGHT, "sha256=" + RIGHT, "v1=" + RIGHT, RIGHT.toUpperCase(), "v1=" + "0".repeat(64) + ",v1=" + RIGHT,
            Base64.getEncoder().encodeToString(HexFormat.of().parseHex(RIGHT))}) {
            assertThatCode(() -> Hmac.verify(SECRET, "X-Hub-Signature-256", value, BODY)).as(value).doesNotThrowAnyException();
        }
    }

    @Test
    void rfc4231HoldsAsWell() {
        assertThat(HexFormat.of().formatHex(Hmac.of("Jefe", "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void aWrongOneIsRefusedWithoutTellingTheRightOne() {
        byte[] other = "Hello, World?".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Hmac.verify(SECRET, "X-Sign", "sha256=" + RIGHT, other)).isInstanceOf(WrongSignature.class)
                .hasMessage("The signature in X-Sign does not fit the body");
        assertThatThrownBy(() -> Hmac.verify("other secret", "X-Sign", RIGHT, BODY)).isInstanceOf(WrongSignature.class);
        assertThatThrownBy(() -> Hmac.verify(SECRET, "X-Sign", null, BODY)).hasMessage("The signature in X-Sign is missing");
        for (String odd : new String[] {"sha1=7571", "x", "z".repeat(64), "=".repeat(44), ",,,,,,,,,", RIGHT.substring(1)}) {
            assertThatThrownBy(() -> Hmac.verify(SECRET, "X-Sign", odd, BODY)).as(odd).hasMessage("The signature in X-Sign is no HMAC-SHA256");
        }
    }

    @Test
    void aSignedTimeStandsBeforeTheBodyAndMustBeNear() {
        byte[] signed = Hmac.timed("X-Time", "1800000000", BODY, NOW.plusSeconds(300), TOLERANCE);
        assertThat(new String(signed, StandardCharsets.UTF_8)).isEqualTo("1800000000:Hello, World!");
        assertThatThrownBy(() -> Hmac.timed("X-Time", "1800000000", BODY, NOW.plusSeconds(301), TOLERANCE)).hasMessage("The time in X-Time is 301 s old, more than 300 s");
        assertThatThrownBy(() -> Hmac.timed("X-Time", "1800000301", BODY, NOW, TOLERANCE)).hasMessage("The time in X-Time is 301 s ahead, more than 300 s");
        for (String odd : new String[] {null, "", "soon", "-1800000000", "1800000000000000000000"}) {
            assertThatThrownBy(() -> Hmac.timed("X-Time", odd, BODY, NOW, TOLERANCE)).as(odd).isInstanceOf(WrongSignature.class);
        }
    }
}
