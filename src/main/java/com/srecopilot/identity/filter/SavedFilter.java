package com.srecopilot.identity.filter;

import java.io.Serializable;
import java.util.UUID;

/**
 * Travels in the session from its deletion to the page that offers to undo it.
 *
 * @param address the list under this filter, such as {@code /incidents?severity=critical}
 */
public record SavedFilter(UUID id, String name, String address) implements Serializable {
}
