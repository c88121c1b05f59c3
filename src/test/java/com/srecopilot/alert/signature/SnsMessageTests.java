package com.srecopilot.alert.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnsMessageTests {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(60);
    private static final Set<String> TOPICS = Set.of(SelfMadeSigner.TOPIC);

    @TempDir
    private static Path folder;
    private static SelfMadeSigner signer;

    @BeforeAll
    static void makeACertificate() throws Exception {
        signer = SelfMadeSigner.make(folder);
    }

    @Test
    void bothVersionsOfTheSignatureAreRightWithAndWithoutASubject() {
        for (String version : new String[] {"1", "2"}) {
            assertRight(signer.notification(version, NOW.toString(), Map.of()));
            assertRight(signer.notification(version, NOW.toString(), Map.of("Subject", "")));
            assertRight(signer.confirmation(version, NOW.toString(), Map.of()));
        }
    }

    @Test
    void aChangedMessageIsRefused() {
        String body = new String(signer.notification("2", NOW.toString(), Map.of()), StandardCharsets.UTF_8);
        assertWrong(body.replace("ALARM: checkout", "OK: checkout"), "does not fit");
        assertWrong(body.replace("\"SignatureVersion\":\"2\"", "\"SignatureVersion\":\"1\""), "does not fit");
        assertWrong(body.replace("\"SignatureVersion\":\"2\"", "\"SignatureVersion\":\"9\""), "neither 1 nor 2");
        assertWrong(body.replaceFirst("\"Signature\":\"[^\"]+\"", "\"Signature\":\"?\""), "not valid");
        assertWrong("{}", "none of this source's");
        assertWrong("not json", "no message of Amazon SNS");
        assertWrong("[" + body + "]", "no message of Amazon SNS");
    }

    @Test
    void aTopicOfSomebodyElseAndAnOldMessageAreRefused() {
        assertWrong(new String(signer.notification("2", NOW.toString(), Map.of("TopicArn", "arn:aws:sns:eu-west-1:999999999999:alarms")), StandardCharsets.UTF_8), "none of this source's");
        assertWrong(new String(signer.notification("2", NOW.minus(Duration.ofHours(3)).toString(), Map.of()), StandardCharsets.UTF_8), "too old");
        assertWrong(new String(signer.notification("2", "soon", Map.of()), StandardCharsets.UTF_8), "is no time");
    }

    @Test
    void anExpiredCertificateProvesNothing() {
        SnsMessage message = SnsMessage.of(signer.notification("2", NOW.toString(), Map.of()), TOPICS, NOW);
        assertThatThrownBy(() -> message.verify(signer.certificate(), NOW.plus(Duration.ofDays(4_000)))).isInstanceOf(WrongSignature.class);
    }

    @Test
    void noAddressButAmazonsIsEverMeantToBeCalled() {
        for (String address : new String[] {"http://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0a.pem", "https://sns.eu-west-1.amazonaws.com.evil.test/SimpleNotificationService-0a.pem",
            "https://evil.test/https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0a.pem", "https://sns.eu-west-1.amazonaws.com@evil.test/SimpleNotificationService-0a.pem",
            "https://sns.eu-west-1.amazonaws.com:8443/SimpleNotificationService-0a.pem", "https://sns.eu-west-1.amazonaws.com/other.pem", "https://s3.eu-west-1.amazonaws.com/SimpleNotificationService-0a.pem",
            "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0a.pem?x=1", "https://sns.eu-west-1.amazonaws.com/../SimpleNotificationService-0a.pem", "https://127.0.0.1/SimpleNotificationService-0a.pem",
            "https://sns.evil-1.test.amazonaws.com/SimpleNotificationService-0a.pem", "https://SNS.eu-west-1.amazonaws.com\n/SimpleNotificationService-0a.pem", "file:///etc/passwd", ""}) {
            SnsMessage message = SnsMessage.of(signer.notification("2", NOW.toString(), Map.of("SigningCertURL", address)), TOPICS, NOW);
            assertThatThrownBy(message::certificate).as(address).isInstanceOf(WrongSignature.class);
        }
        for (String address : new String[] {"http://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=1", "https://169.254.169.254/?Action=ConfirmSubscription&Token=1",
            "https://sns.eu-west-1.amazonaws.com/?Action=DeleteTopic&Token=1", "https://sns.eu-west-1.amazonaws.com.evil.test/?Action=ConfirmSubscription&Token=1"}) {
            SnsMessage message = SnsMessage.of(signer.confirmation("2", NOW.toString(), Map.of("SubscribeURL", address)), TOPICS, NOW);
            assertThatThrownBy(message::confirmation).as(address).isInstanceOf(WrongSignature.class);
        }
    }

    @Test
    void theConfirmationIsMadeAnewFromCheckedParts() {
        SnsMessage message = SnsMessage.of(signer.confirmation("1", NOW.toString(), Map.of()), TOPICS, NOW);
        assertThat(message.asksToConfirm()).isTrue();
        assertThat(message.confirmation()).isEqualTo(URI.create("https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=" + SelfMadeSigner.TOPIC + "&Token=" + "2336412f37".repeat(8)));
    }

    @Test
    void aNameThatLeadsInsideIsATrap() throws UnknownHostException {
        for (String inside : new String[] {"127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "255.255.255.255", "224.0.0.1", "::1", "::", "fe80::1", "fd00::1", "::ffff:127.0.0.1"}) {
            InetAddress address = InetAddress.getByName(inside);
            assertThatThrownBy(() -> Amazon.requirePublic(address)).as(inside).isInstanceOf(WrongSignature.class);
        }
        Amazon.requirePublic(InetAddress.getByName("52.94.0.1"), InetAddress.getByName("2600:1f18::1"));
        assertThatThrownBy(() -> new Amazon().confirm(URI.create("https://localhost/"))).isInstanceOf(WrongSignature.class);
    }

    private static void assertRight(byte[] body) {
        SnsMessage message = SnsMessage.of(body, TOPICS, NOW);
        assertThat(message.certificate()).isEqualTo(URI.create(SelfMadeSigner.CERTIFICATE));
        assertThatCode(() -> message.verify(signer.certificate(), NOW)).doesNotThrowAnyException();
    }

    private static void assertWrong(String body, String reason) {
        assertThatThrownBy(() -> SnsMessage.of(body.getBytes(StandardCharsets.UTF_8), TOPICS, NOW).verify(signer.certificate(), NOW))
                .isInstanceOf(WrongSignature.class).hasMessageContaining(reason);
    }
}
