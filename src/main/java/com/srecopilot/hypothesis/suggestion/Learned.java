package com.srecopilot.hypothesis.suggestion;

/** What a model learns from: an incident, and what it turned out to be. */
record Learned(Features features, String answer) {
}
