package com.srecopilot.catalog.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a file would do to the catalog.
 *
 * @param learned names that others depend on and that nobody describes
 * @param unchanged how many services of the file are so already
 * @param removed by name; only when asked for
 * @param untouched how many services the file doesn't mention, and that stay
 */
public record ImportPlan(List<Item> created, List<Item> changed, List<String> learned, int unchanged, List<String> removed, int untouched) {

    /** A service and what becomes of its fields. */
    public record Item(String name, List<Difference> differences) {
    }

    /** @param before empty where there was nothing */
    public record Difference(String field, String before, String after) {
    }

    public boolean idle() {
        return created.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    /** In a sentence. */
    public String words() {
        return created.size() + " created, " + changed.size() + " changed, " + unchanged + " as before, " + removed.size() + " removed";
    }

    /** The same plan has the same: tells whether the catalog moved between looking and doing. */
    public String fingerprint() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
