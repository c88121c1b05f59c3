/** Filters of lists that people keep under a name. */
package com.srecopilot.identity.filter;
