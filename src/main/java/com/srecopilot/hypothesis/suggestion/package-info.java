/** How bad an incident is and what it is about, suggested when it opens: from public rules and reports, and from what the tenant's own people decided. */
package com.srecopilot.hypothesis.suggestion;
