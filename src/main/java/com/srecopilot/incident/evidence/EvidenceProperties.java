package com.srecopilot.incident.evidence;

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
 * @param store {@code database} or {@code directory}: where new files go; those kept already stay where they are
 * @param directory what all nodes see as one folder; needed for {@code directory}
 */
@Validated
@ConfigurationProperties("srecopilot.incident.evidence")
record EvidenceProperties(@NotNull @DefaultValue("25MB") DataSize largestFile,
        @NotNull @Pattern(regexp = "database|directory") @DefaultValue("database") String store, Path directory) {

    @AssertTrue(message = "srecopilot.incident.evidence.directory is needed when files go to a directory")
    boolean isDirectoryKnown() {
        return !"directory".equals(store) || directory != null;
    }
}
