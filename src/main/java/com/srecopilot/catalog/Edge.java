package com.srecopilot.catalog;

/** One service calls another; both by name. */
public record Edge(String caller, String callee) {
}
