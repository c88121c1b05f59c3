package com.srecopilot.alert.signature;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import com.srecopilot.identity.Invalid;

/**
 * A signature as a person sets it.
 *
 * @param secret empty keeps the one that is set
 * @param topics ARNs of Amazon SNS, one a line
 * @param fetches whether Amazon may be called
 */
record SignatureForm(@NotNull Scheme scheme, String header, String timestampHeader,
        @NotNull(message = "needs a number of seconds") @Min(value = 30, message = "is at least 30 s") @Max(value = 3600, message = "is at most 3600 s") Integer tolerance,
        String secret, String topics, Boolean fetches) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,100}");
    private static final Pattern TAKEN = Pattern.compile("(?i)host|authorization|cookie|connection|transfer-encoding|x-forwarded-.*|content-(?!signature).*");
    private static final Pattern TOPIC = Pattern.compile("arn:aws(-[a-z]+)*:sns:[a-z0-9-]{4,30}:\\d{12}:[A-Za-z0-9_.-]{1,256}");
    private static final int MOST_TOPICS = 20;

    static SignatureForm of(Scheme scheme) {
        return new SignatureForm(scheme, scheme.header(), "", 300, "", "", false);
    }

    static SignatureForm of(Signature set) {
        return new SignatureForm(set.scheme(), set.header(), set.timestampHeader(), (int) set.tolerance().toSeconds(), "", String.join("\n", set.topics()), set.scheme() == Scheme.SNS);
    }

    /** @param keeps whether a secret is set that an empty field keeps. @throws Invalid naming the field */
    void check(boolean keeps) {
        if (scheme == Scheme.SNS) {
            checkTopics();
            return;
        }
        checkHeader("header", text(header));
        if (scheme.timed() && !text(timestampHeader).isEmpty()) {
            checkHeader("timestampHeader", text(timestampHeader));
            if (text(timestampHeader).equalsIgnoreCase(text(header))) {
                throw new Invalid("timestampHeader", "is another header than the signature's");
            }
        }
        if (text(secret).isEmpty() ? !keeps : secret.length() < 8 || secret.length() > 500) {
            throw new Invalid("secret", "takes 8 to 500 characters");
        }
    }

    Set<String> arns() {
        var arns = new TreeSet<>(Arrays.asList(text(topics).split("[\\s,]+")));
        arns.remove("");
        return arns;
    }

    static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }

    private void checkTopics() {
        if (arns().isEmpty() || arns().size() > MOST_TOPICS) {
            throw new Invalid("topics", "takes 1 to " + MOST_TOPICS + " topics: Amazon signs for everybody's");
        }
        arns().stream().filter(arn -> !TOPIC.matcher(arn).matches()).findFirst().ifPresent(arn -> {
            throw new Invalid("topics", "are ARNs such as arn:aws:sns:eu-west-1:123456789012:alarms");
        });
        if (!Boolean.TRUE.equals(fetches)) {
            throw new Invalid("fetches", "is needed: the certificate that proves a message stands at Amazon");
        }
    }

    private static void checkHeader(String field, String name) {
        if (!NAME.matcher(name).matches() || TAKEN.matcher(name).matches()) {
            throw new Invalid(field, "is the name of a header such as X-Hub-Signature-256");
        }
    }

    @Override
    public String toString() {
        return "SignatureForm[" + scheme + " in " + header + "]";
    }
}
