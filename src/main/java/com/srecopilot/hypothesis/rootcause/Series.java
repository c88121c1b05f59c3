package com.srecopilot.hypothesis.rootcause;

/** One metric of one service; times in epoch seconds, rising. Values may hold anything a sender wrote. */
public record Series(String service, String metric, double[] times, double[] values) {
}
