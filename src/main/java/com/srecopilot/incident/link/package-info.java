/** What incidents have to do with each other: related ones, and duplicates. */
package com.srecopilot.incident.link;
