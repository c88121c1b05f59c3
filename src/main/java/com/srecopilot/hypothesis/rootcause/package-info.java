/** Which service a failure began in, told from its telemetry alone: plain computation, no database, no network. */
package com.srecopilot.hypothesis.rootcause;
