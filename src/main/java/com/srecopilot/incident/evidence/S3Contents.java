package com.srecopilot.incident.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.InputStreamSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

import com.srecopilot.tenancy.Actor;

/**
 * In a bucket of any store that speaks S3, one object each. Its client is made when the first file goes there. An object
 * is there as a whole or not at all; one whose transaction fails is deleted again.
 */
@Component
class S3Contents implements Contents, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(S3Contents.class);
    private static final int BEHIND_THE_END = 416;
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ATTEMPT = Duration.ofSeconds(30);
    private static final Duration IN_ALL = Duration.ofSeconds(60);

    private final EvidenceProperties.S3 settings;
    private S3Client client;

    S3Contents(EvidenceProperties properties) {
        this.settings = properties.s3();
    }

    @Override
    public String name() {
        return "s3";
    }

    @Override
    public void keep(UUID evidence, InputStreamSource content, long bytes) {
        String key = key(evidence);
        afterwards(TransactionSynchronization.STATUS_COMMITTED, false, key);
        var body = RequestBody.fromContentProvider(() -> open(content), bytes, "application/octet-stream");
        asked("was not kept", () -> client().putObject(put -> put.bucket(settings.bucket()).key(key), body));
    }

    @Override
    public byte[] piece(UUID evidence, int place) {
        long from = (long) place * PIECE;
        String range = "bytes=" + from + "-" + (from + PIECE - 1);
        try {
            return client().getObjectAsBytes(get -> get.bucket(settings.bucket()).key(key(evidence)).range(range)).asByteArray();
        } catch (S3Exception e) {
            if (e.statusCode() == BEHIND_THE_END) {
                return new byte[0];
            }
            throw away("can't be read", e);
        } catch (SdkException e) {
            throw away("can't be read", e);
        }
    }

    @Override
    public void discard(UUID evidence) {
        afterwards(TransactionSynchronization.STATUS_COMMITTED, true, key(evidence));
    }

    /** Deletes the object if the transaction ends so, or if it doesn't. */
    private void afterwards(int end, boolean so, String key) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if ((status == end) == so) {
                    delete(key);
                }
            }
        });
    }

    /** Nothing refers to it any more; where the store is away, it stays there unseen and the log names it. */
    private void delete(String key) {
        try {
            client().deleteObject(delete -> delete.bucket(settings.bucket()).key(key).overrideConfiguration(limit -> limit.apiCallTimeout(CONNECT)));
        } catch (SdkException e) {
            log.warn("The object {} of the bucket {} is not needed any more and could not be deleted: {}", key, settings.bucket(), e.getMessage());
        }
    }

    private void asked(String outcome, Supplier<?> request) {
        try {
            request.get();
        } catch (SdkException e) {
            throw away(outcome, e);
        }
    }

    private DataAccessResourceFailureException away(String outcome, SdkException cause) {
        log.warn("The bucket {} for evidence: {}", settings.bucket(), cause.getMessage());
        return new DataAccessResourceFailureException("The file " + outcome + ": the object store "
                + (cause instanceof S3Exception refusal ? "refuses it (" + refusal.statusCode() + ")" : "doesn't answer, or breaks off"), cause);
    }

    private static InputStream open(InputStreamSource content) {
        try {
            return content.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String key(UUID evidence) {
        if (settings.bucket() == null) {
            throw new IllegalStateException("Evidence " + evidence + " was kept in an object store: set srecopilot.incident.evidence.s3.bucket again");
        }
        return "evidence/" + Actor.current().tenant() + "/" + evidence;
    }

    private synchronized S3Client client() {
        if (client == null) {
            client = S3Client.builder().region(Region.of(settings.region())).endpointOverride(settings.endpoint()).forcePathStyle(settings.pathStyle())
                    .credentialsProvider(credentials()).httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ATTEMPT))
                    // Stores that are not Amazon's refuse the newer checksums.
                    .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED).responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                    .overrideConfiguration(limits -> limits.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(IN_ALL)).build();
        }
        return client;
    }

    private AwsCredentialsProvider credentials() {
        return settings.accessKey() == null ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
    }

    @Override
    public synchronized void destroy() {
        if (client != null) {
            client.close();
        }
    }
}
