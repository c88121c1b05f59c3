package com.srecopilot.hypothesis.rootcause.synthetic;

import java.util.List;

/** One step of a request: an operation of a service, the steps it calls, and what each costs in milliseconds. */
record Step(int service, String operation, double self, double gap, List<Step> calls) {
}
