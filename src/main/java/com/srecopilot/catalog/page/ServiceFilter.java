package com.srecopilot.catalog.page;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * The filters of the list as they stand in its address; empty ones don't filter.
 *
 * @param q words in name, region or description
 * @param tier, owner, region values, or {@code none} for services that have none
 * @param sort {@code name}; anything else is worst first
 */
record ServiceFilter(String q, List<String> health, List<String> tier, List<String> owner, List<String> region, String sort) {

    static final String NONE = "none";

    ServiceFilter {
        q = q == null ? "" : q.strip();
        health = present(health);
        tier = present(tier);
        owner = present(owner);
        region = present(region);
        sort = "name".equals(sort) ? sort : "";
    }

    public boolean any() {
        return !(q.isEmpty() && health.isEmpty() && tier.isEmpty() && owner.isEmpty() && region.isEmpty());
    }

    public boolean byName() {
        return sort.equals("name");
    }

    public boolean admits(ServiceCard card) {
        return admits(card, "");
    }

    /** Leaves one dimension out: what that dimension's counts are taken under. */
    boolean admits(ServiceCard card, String without) {
        return Stream.of("health", "tier", "owner", "region").filter(dimension -> !dimension.equals(without))
                .allMatch(dimension -> wanted(dimension).isEmpty() || wanted(dimension).contains(card.value(dimension)));
    }

    /** The same list in another order. */
    public String sorted(String order) {
        return address().replaceQueryParam("sort", order.isEmpty() ? List.of() : List.of(order)).build().encode().toUriString();
    }

    String page(int number) {
        return address().queryParam("page", number).build().encode().toUriString();
    }

    private UriComponentsBuilder address() {
        var address = UriComponentsBuilder.fromPath("/services");
        Stream.of("health", "tier", "owner", "region").filter(dimension -> !wanted(dimension).isEmpty())
                .forEach(dimension -> address.queryParam(dimension, wanted(dimension)));
        if (!q.isEmpty()) {
            address.queryParam("q", q);
        }
        return sort.isEmpty() ? address : address.queryParam("sort", sort);
    }

    private List<String> wanted(String dimension) {
        return switch (dimension) {
            case "health" -> health;
            case "tier" -> tier;
            case "owner" -> owner;
            default -> region;
        };
    }

    private static List<String> present(List<String> values) {
        return values == null ? List.of() : values.stream().filter(Objects::nonNull).filter(value -> !value.isBlank()).toList();
    }
}
