package com.srecopilot.identity.filter;

import java.util.UUID;

/** @param address the list under this filter, such as {@code /incidents?severity=critical} */
public record SavedFilter(UUID id, String name, String address) {
}
