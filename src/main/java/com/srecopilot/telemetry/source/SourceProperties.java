package com.srecopilot.telemetry.source;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param reachable networks inside of which a Prometheus may stand, such as {@code 10.0.0.0/8}: the admins of all tenants can have
 *        them called. Public addresses need no entry.
 */
@ConfigurationProperties("srecopilot.telemetry.prometheus")
record SourceProperties(@DefaultValue List<String> reachable) {
}
