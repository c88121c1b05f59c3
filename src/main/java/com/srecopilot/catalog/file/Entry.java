package com.srecopilot.catalog.file;

import java.util.List;

/**
 * A service as a file describes it; null is what the file doesn't say, which stays as it is.
 *
 * @param line where it begins, from 1
 * @param runbooks as {@link com.srecopilot.catalog.Runbook#line}
 */
record Entry(int line, String name, String tier, String region, String owner, String description, List<String> runbooks, List<String> dependsOn) {
}
