package com.srecopilot.identity;

import java.util.UUID;

/**
 * Someone of the current tenant, as others see them.
 *
 * @param role a role's name, such as {@code sre_lead}
 * @param active false once an admin has disabled the account
 */
public record Person(UUID id, String name, String email, String role, boolean active) {

    private static final int TINTS = 4;

    /** Up to two letters for the avatar: {@code AR} for Ana Ruiz. */
    public String initials() {
        String[] words = name.strip().split("\\s+");
        String last = words.length > 1 ? first(words[words.length - 1]) : "";
        return (first(words[0]) + last).toUpperCase();
    }

    /** The avatar's colour, 1 to 4; always the same for the same person. */
    public int tint() {
        return 1 + Math.floorMod(id == null ? 0 : id.hashCode(), TINTS);
    }

    private static String first(String word) {
        return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
    }
}
