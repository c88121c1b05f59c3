package com.srecopilot.incident.bulk;

import java.util.List;
import java.util.UUID;

/**
 * What to do with the selected incidents.
 *
 * @param act acknowledge, assign, severity, tag, merge or resolve
 * @param reason of another severity
 * @param back the list as it was filtered
 */
record BulkForm(List<Integer> selected, String act, UUID person, String severity, String tag, String note, String reason, String back) {
}
