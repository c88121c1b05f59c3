package com.srecopilot.alert.signature;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.stereotype.Component;

import com.srecopilot.tenancy.Whereabouts;

/**
 * The two calls to Amazon that verifying SNS takes. Only to its own hosts, over https, to public addresses, following no
 * redirect, with limits of time, size and number: whoever knows an ingest key must not make us knock on doors.
 */
@Component
class Amazon {

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int BYTES = 20_000;

    private final Semaphore calls = new Semaphore(4);
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();

    X509Certificate certificate(URI address) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(get(address)));
        } catch (CertificateException e) {
            throw new Unverifiable("Amazon's certificate can't be read", e);
        }
    }

    void confirm(URI address) {
        get(address);
    }

    private byte[] get(URI address) {
        if (!address.getScheme().equals("https") || !address.getHost().matches("sns\\.[a-z0-9-]+\\.amazonaws\\.com") || address.getPort() != -1) {
            throw new WrongSignature("The address is not one of Amazon SNS");
        }
        if (!calls.tryAcquire()) {
            throw new Unverifiable("Too many calls to Amazon are under way", null);
        }
        try {
            requirePublic(InetAddress.getAllByName(address.getHost()));
            return fetched(HttpRequest.newBuilder(address).timeout(PATIENCE).build());
        } catch (UnknownHostException e) {
            throw new Unverifiable("Amazon's host can't be found", e);
        } finally {
            calls.release();
        }
    }

    private byte[] fetched(HttpRequest request) {
        var body = new ByteArrayOutputStream();
        CompletableFuture<HttpResponse<Void>> call = http.sendAsync(request, head -> BodySubscribers.ofByteArrayConsumer(part -> part.ifPresent(bytes -> keep(bytes, body))));
        try {
            HttpResponse<Void> answer = call.get(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (answer.statusCode() != 200) {
                throw new Unverifiable("Amazon answered " + answer.statusCode(), null);
            }
            return body.toByteArray();
        } catch (ExecutionException | TimeoutException e) {
            call.cancel(true);
            throw new Unverifiable("Amazon can't be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unverifiable("Stopped while waiting for Amazon", e);
        }
    }

    private static void keep(byte[] part, ByteArrayOutputStream body) {
        if (body.size() + part.length > BYTES) {
            throw new IllegalStateException("more than " + BYTES + " bytes");
        }
        body.writeBytes(part);
    }

    /** A name that leads inside is a trap, even one of Amazon's. */
    static void requirePublic(InetAddress... addresses) {
        for (InetAddress each : addresses) {
            if (Whereabouts.of(each) != Whereabouts.PUBLIC) {
                throw new WrongSignature("The address leads to a private network");
            }
        }
    }
}
