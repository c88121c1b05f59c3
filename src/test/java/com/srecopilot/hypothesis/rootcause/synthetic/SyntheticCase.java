package com.srecopilot.hypothesis.rootcause.synthetic;

import com.srecopilot.hypothesis.rootcause.Telemetry;

/** A failure of a made system and where it began. */
public record SyntheticCase(String id, String system, String fault, String cause, Telemetry telemetry) {
}
