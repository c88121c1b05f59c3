/** What was just done to incidents, told to who did it and taken back within seconds. */
package com.srecopilot.incident.undo;
