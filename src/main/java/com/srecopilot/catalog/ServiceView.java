package com.srecopilot.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;

import org.springframework.web.util.UriUtils;

/**
 * A service as others see it.
 *
 * @param tier {@code 1} to {@code 4}, or null when unknown
 * @param region empty when unknown
 * @param owner the owning team's name, empty when unknown
 * @param learned first named by an alert, and by nobody since
 */
public record ServiceView(UUID id, String name, String tier, String region, String owner, boolean learned) {

    private static final Set<String> RESERVED = Set.of("map", "new", "yaml");

    /** The page of this service. */
    public String path() {
        return path(name);
    }

    /** The page of a service, by name. Names that no address can carry, or that other pages have, are searched for instead. */
    public static String path(String name) {
        boolean plain = !RESERVED.contains(name) && name.matches("[\\p{L}\\p{N}_~@:+ -][\\p{L}\\p{N}._~@:+ -]*");
        return plain ? "/services/" + UriUtils.encodePathSegment(name, StandardCharsets.UTF_8)
                : "/services?q=" + UriUtils.encode(name, StandardCharsets.UTF_8);
    }
}
