package com.srecopilot.hypothesis.rootcause;

/** An edge of the service graph. */
public record Call(String caller, String callee) {
}
