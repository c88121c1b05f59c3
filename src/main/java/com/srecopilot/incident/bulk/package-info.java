/** One act on several incidents of the list. */
package com.srecopilot.incident.bulk;
