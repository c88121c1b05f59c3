package com.srecopilot.alert.signature;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.srecopilot.alert.format.JsonField;
import com.srecopilot.alert.format.Payload;
import com.srecopilot.alert.format.Unreadable;

/** A message of Amazon SNS and what is signed of it. Everything that leads to an address outside is matched strictly. */
final class SnsMessage {

    private static final String HOST = "sns\\.([a-z]{2}(?:-[a-z]{2,12}){1,3}-\\d{1,2})\\.amazonaws\\.com";
    private static final Pattern CERTIFICATE = Pattern.compile("https://" + HOST + "/SimpleNotificationService-[0-9a-zA-Z]{1,64}\\.pem");
    private static final Pattern SUBSCRIBE = Pattern.compile("https://" + HOST + "/\\?Action=ConfirmSubscription&[\\x21-\\x7e]{1,2000}");
    private static final Pattern TOKEN = Pattern.compile("[0-9a-fA-F]{16,1024}");
    private static final List<String> NOTIFICATION = List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    private static final List<String> CONFIRMATION = List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");
    /** Amazon repeats a message for an hour. */
    private static final Duration OLDEST = Duration.ofHours(2);
    private static final Duration AHEAD = Duration.ofMinutes(15);

    private final JsonField root;

    private SnsMessage(JsonField root) {
        this.root = root;
    }

    /** @throws WrongSignature when it is none, or not from one of the topics, or too old */
    static SnsMessage of(byte[] body, Set<String> topics, Instant now) {
        try {
            var message = new SnsMessage(new Payload(body, now).json().object());
            if (!topics.contains(message.text("TopicArn"))) {
                throw new WrongSignature("The topic in TopicArn is none of this source's");
            }
            message.checkTime(now);
            return message;
        } catch (Unreadable e) {
            throw new WrongSignature("The body is no message of Amazon SNS: " + e.getMessage());
        }
    }

    /** Where its certificate is. @throws WrongSignature unless it is Amazon's */
    URI certificate() {
        String address = text("SigningCertURL");
        if (!CERTIFICATE.matcher(address).matches()) {
            throw new WrongSignature("The address in SigningCertURL is not one of Amazon SNS");
        }
        return URI.create(address);
    }

    void verify(X509Certificate certificate, Instant now) {
        String algorithm = switch (text("SignatureVersion")) {
            case "1" -> "SHA1withRSA";
            case "2" -> "SHA256withRSA";
            default -> throw new WrongSignature("SignatureVersion is neither 1 nor 2");
        };
        try {
            certificate.checkValidity(Date.from(now));
            Signature signature = Signature.getInstance(algorithm);
            signature.initVerify(certificate.getPublicKey());
            signature.update(signed().getBytes(StandardCharsets.UTF_8));
            if (!signature.verify(Base64.getDecoder().decode(text("Signature")))) {
                throw new WrongSignature("The signature does not fit the message");
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new WrongSignature("The signature or its certificate is not valid");
        }
    }

    boolean asksToConfirm() {
        return text("Type").equals("SubscriptionConfirmation");
    }

    /** Where to confirm, made anew from the parts that were checked: no address of the sender's is ever called. */
    URI confirmation() {
        Matcher address = SUBSCRIBE.matcher(text("SubscribeURL"));
        if (!address.matches() || !TOKEN.matcher(text("Token")).matches() || !text("TopicArn").matches("[A-Za-z0-9:_.-]{1,400}")) {
            throw new WrongSignature("The address in SubscribeURL is not one of Amazon SNS");
        }
        return URI.create("https://sns." + address.group(1) + ".amazonaws.com/?Action=ConfirmSubscription&TopicArn=" + text("TopicArn") + "&Token=" + text("Token"));
    }

    private void checkTime(Instant now) {
        try {
            Instant at = Instant.parse(text("Timestamp"));
            if (at.isBefore(now.minus(OLDEST)) || at.isAfter(now.plus(AHEAD))) {
                throw new WrongSignature("The message of " + at + " is too old or ahead of time");
            }
        } catch (DateTimeException e) {
            throw new WrongSignature("Timestamp is no time");
        }
    }

    private String signed() {
        var signed = new StringBuilder();
        for (String name : text("Type").equals("Notification") ? NOTIFICATION : CONFIRMATION) {
            if (!name.equals("Subject") || root.at(name).present()) {
                signed.append(name).append('\n').append(text(name)).append('\n');
            }
        }
        return signed.toString();
    }

    private String text(String name) {
        return root.at(name).text();
    }
}
