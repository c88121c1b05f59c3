/** What the telemetry of the services near an incident says, in the terms of the root causes' engine. */
package com.srecopilot.hypothesis.observed;
