/** One incident as a file that outlives the product: Markdown, JSON, PDF. */
package com.srecopilot.incident.export;
