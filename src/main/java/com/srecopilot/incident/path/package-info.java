/** Where the affected service stands among those that it calls and that call it. */
@NamedInterface("path")
package com.srecopilot.incident.path;

import org.springframework.modulith.NamedInterface;
