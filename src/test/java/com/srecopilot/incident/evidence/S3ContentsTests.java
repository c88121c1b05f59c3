package com.srecopilot.incident.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;

import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;
import org.springframework.util.unit.DataSize;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

import com.srecopilot.tenancy.Actor;

/** Against a server that checks signatures and keeps objects in memory. */
class S3ContentsTests {

    private static S3Proxy server;
    private static S3Client bucket;
    private final UUID tenant = UUID.randomUUID();
    private final UUID evidence = UUID.randomUUID();
    private final byte[] bytes = new byte[2 * Contents.PIECE];

    @BeforeAll
    static void startTheServer() throws Exception {
        server = S3Proxy.builder().blobStore(BlobStores.create("transient-nio2", new Properties())).endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, "us", "secret").build();
        server.start();
        bucket = S3Client.builder().endpointOverride(here()).region(Region.EU_CENTRAL_1).forcePathStyle(true).httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("us", "secret"))).build();
        bucket.createBucket(create -> create.bucket("evidence"));
    }

    @AfterAll
    static void stopIt() throws Exception {
        bucket.close();
        server.stop();
    }

    @Test
    void keepsAFileAndReadsItInPieces() {
        new Random(7).nextBytes(bytes);
        S3Contents contents = contents(here(), "evidence", "secret");
        ending(TransactionSynchronization.STATUS_COMMITTED, () -> keep(contents, bytes));
        Actor.system(tenant, "test").run(() -> {
            assertThat(contents.piece(evidence, 0)).hasSize(Contents.PIECE).startsWith(bytes[0], bytes[1]);
            assertThat(contents.piece(evidence, 1)).hasSize(Contents.PIECE).endsWith(bytes[bytes.length - 1]);
            assertThat(contents.piece(evidence, 2)).as("behind the end").isEmpty();
        });
        assertThat(objects()).contains("evidence/" + tenant + "/" + evidence);
    }

    @Test
    void whatIsRolledBackLeavesNoObjectAndWhatIsDiscardedGoesWithTheCommit() {
        S3Contents contents = contents(here(), "evidence", "secret");
        String key = "evidence/" + tenant + "/" + evidence;
        ending(TransactionSynchronization.STATUS_ROLLED_BACK, () -> keep(contents, "a".getBytes()));
        assertThat(objects()).doesNotContain(key);
        ending(TransactionSynchronization.STATUS_COMMITTED, () -> keep(contents, "a".getBytes()));
        ending(TransactionSynchronization.STATUS_ROLLED_BACK, () -> contents.discard(evidence));
        assertThat(objects()).contains(key);
        ending(TransactionSynchronization.STATUS_COMMITTED, () -> contents.discard(evidence));
        assertThat(objects()).doesNotContain(key);
    }

    @Test
    void aStoreThatIsAwayOrRefusesIsSaidAndNothingIsKept() {
        refuses(contents(URI.create("http://127.0.0.1:1"), "evidence", "secret"), "the object store doesn't answer");
        refuses(contents(here(), "evidence", "wrong"), "the object store refuses it (403)");
        refuses(contents(here(), "no-such-bucket", "secret"), "the object store refuses it (404)");
        assertThat(objects()).doesNotContain("evidence/" + tenant + "/" + evidence);
    }

    private void refuses(S3Contents contents, String words) {
        assertThatThrownBy(() -> ending(TransactionSynchronization.STATUS_ROLLED_BACK, () -> keep(contents, "a".getBytes())))
                .isInstanceOf(DataAccessResourceFailureException.class).hasMessageContaining("was not kept").hasMessageContaining(words);
        Actor.system(tenant, "test").run(() -> assertThatThrownBy(() -> contents.piece(evidence, 0)).isInstanceOf(DataAccessResourceFailureException.class));
    }

    private void keep(S3Contents contents, byte[] content) {
        contents.keep(evidence, () -> new ByteArrayInputStream(content), content.length);
    }

    private void ending(int status, Runnable work) {
        Actor.system(tenant, "test").run(() -> {
            TransactionSynchronizationManager.initSynchronization();
            try {
                work.run();
            } finally {
                TransactionSynchronizationUtils.triggerAfterCompletion(status);
                TransactionSynchronizationManager.clearSynchronization();
            }
        });
    }

    private static S3Contents contents(URI endpoint, String bucket, String secret) {
        var settings = new EvidenceProperties.S3(endpoint, "eu-central-1", bucket, "us", secret, true);
        return new S3Contents(new EvidenceProperties(DataSize.ofMegabytes(25), "s3", null, settings));
    }

    private static List<String> objects() {
        return bucket.listObjectsV2(list -> list.bucket("evidence")).contents().stream().map(S3Object::key).toList();
    }

    private static URI here() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }
}
