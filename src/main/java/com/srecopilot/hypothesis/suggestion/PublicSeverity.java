package com.srecopilot.hypothesis.suggestion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** How bad people who write alert rules for everybody think things are; read when first asked. */
final class PublicSeverity {

    static final String RESOURCE = "/hypothesis/severity-model.pb.gz";

    private PublicSeverity() {
    }

    static Classifier model() {
        return Shipped.MODEL;
    }

    private static final class Shipped {

        private static final Classifier MODEL = read();

        private static Classifier read() {
            try (InputStream in = new GZIPInputStream(Objects.requireNonNull(PublicSeverity.class.getResourceAsStream(RESOURCE)))) {
                return Classifier.read(in);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
