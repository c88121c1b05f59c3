package com.srecopilot.hypothesis.rootcause;

import java.util.List;

/**
 * A service under suspicion; confidence is the chance, 0 to 1, that the failure began there.
 *
 * @param findings what speaks against it, the weightiest first, which is also the reason
 */
public record Suspect(String service, double confidence, String reason, List<Finding> findings) {
}
