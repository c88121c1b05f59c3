/** Where the affected service stands among those that it calls and that call it. */
package com.srecopilot.incident.path;
