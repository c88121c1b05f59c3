package com.srecopilot.incident.evidence;

import java.net.URI;
import java.nio.file.Path;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param largestFile also the limit of the upload itself
 * @param store {@code database}, {@code directory} or {@code s3}: where new files go; those kept already stay where they are
 * @param directory what all nodes see as one folder; needed for {@code directory}
 */
@Validated
@ConfigurationProperties("srecopilot.incident.evidence")
record EvidenceProperties(@NotNull @DefaultValue("25MB") DataSize largestFile,
        @NotNull @Pattern(regexp = "database|directory|s3") @DefaultValue("database") String store, Path directory, @DefaultValue S3 s3) {

    /**
     * A bucket of a store that speaks S3.
     *
     * @param endpoint such as {@code https://minio.example:9000}, or null for Amazon's own
     * @param accessKey with its secret; without, what the machine itself has: its environment, its role
     * @param pathStyle whether the bucket stands in the path, as most stores but Amazon's want it, rather than in the host name
     */
    record S3(URI endpoint, @DefaultValue("us-east-1") String region, String bucket, String accessKey, String secretKey,
            @DefaultValue("true") boolean pathStyle) {
    }

    @AssertTrue(message = "srecopilot.incident.evidence.directory is needed when files go to a directory")
    boolean isDirectoryKnown() {
        return !"directory".equals(store) || directory != null;
    }

    @AssertTrue(message = "srecopilot.incident.evidence.s3.bucket is needed when files go to an object store")
    boolean isBucketKnown() {
        return !"s3".equals(store) || s3.bucket() != null;
    }

    @AssertTrue(message = "srecopilot.incident.evidence.s3.access-key and secret-key are needed together")
    boolean isKeyComplete() {
        return (s3.accessKey() == null) == (s3.secretKey() == null);
    }
}
