package com.srecopilot.alert.signature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/** Signs messages as Amazon SNS does, with a certificate of its own. */
record SelfMadeSigner(PrivateKey key, X509Certificate certificate) {

    static final String CERTIFICATE = "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0a1b2c3d4e5f60718293a4b5c6d7e8f9.pem";
    static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:alarms";

    private static final char[] PASSWORD = "changeit".toCharArray();

    static SelfMadeSigner make(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve("sns.p12");
        int made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "sns", "-keyalg", "RSA",
                "-keysize", "2048", "-validity", "3650", "-dname", "CN=sns.amazonaws.com", "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", "changeit")
                .redirectErrorStream(true).redirectOutput(folder.resolve("keytool.log").toFile()).start().waitFor();
        if (made != 0) {
            throw new IOException("keytool ended with " + made + ": " + Files.readString(folder.resolve("keytool.log")));
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        return new SelfMadeSigner((PrivateKey) keys.getKey("sns", PASSWORD), (X509Certificate) keys.getCertificate("sns"));
    }

    /** @param changes fields put in place of the usual ones before it is signed; null takes one out */
    byte[] notification(String version, String timestamp, Map<String, String> changes) {
        var fields = new LinkedHashMap<String, String>(Map.of("Type", "Notification", "MessageId", "m-1", "TopicArn", TOPIC, "Subject", "ALARM: checkout",
                "Message", "{\"AlarmName\":\"checkout\",\"NewStateValue\":\"ALARM\"}", "Timestamp", timestamp));
        return signed(version, fields, changes, List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"));
    }

    byte[] confirmation(String version, String timestamp, Map<String, String> changes) {
        String token = "2336412f37".repeat(8);
        var fields = new LinkedHashMap<String, String>(Map.of("Type", "SubscriptionConfirmation", "MessageId", "m-2", "TopicArn", TOPIC, "Message", "You have chosen …",
                "Token", token, "SubscribeURL", "https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=" + TOPIC + "&Token=" + token, "Timestamp", timestamp));
        return signed(version, fields, changes, List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"));
    }

    private byte[] signed(String version, Map<String, String> fields, Map<String, String> changes, List<String> names) {
        fields.put("SigningCertURL", CERTIFICATE);
        fields.put("SignatureVersion", version);
        fields.putAll(changes);
        fields.values().removeIf(String::isEmpty);
        var text = new StringBuilder();
        names.stream().filter(fields::containsKey).forEach(name -> text.append(name).append('\n').append(fields.get(name)).append('\n'));
        fields.put("Signature", Base64.getEncoder().encodeToString(sign(version, text.toString())));
        return JsonMapper.builder().build().writeValueAsBytes(fields);
    }

    private byte[] sign(String version, String text) {
        try {
            Signature signature = Signature.getInstance(version.equals("1") ? "SHA1withRSA" : "SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
