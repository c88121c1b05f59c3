/** The one thing measured of a service that shows what its alerts complain of. */
@NamedInterface("symptom")
package com.srecopilot.telemetry.symptom;

import org.springframework.modulith.NamedInterface;
