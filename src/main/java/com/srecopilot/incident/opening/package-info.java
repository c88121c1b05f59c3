/** How alerts become incidents, and how their recovery is told. */
@NamedInterface("opening")
package com.srecopilot.incident.opening;

import org.springframework.modulith.NamedInterface;
