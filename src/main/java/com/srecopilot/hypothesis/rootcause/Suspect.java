package com.srecopilot.hypothesis.rootcause;

/** A service under suspicion; confidence is the chance, 0 to 1, that the failure began there. */
public record Suspect(String service, double confidence, String reason) {
}
