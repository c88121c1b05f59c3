/** Which service a failure began in, told from its telemetry alone: plain computation, no database, no network. */
@NamedInterface("root-causes")
package com.srecopilot.hypothesis.rootcause;

import org.springframework.modulith.NamedInterface;
