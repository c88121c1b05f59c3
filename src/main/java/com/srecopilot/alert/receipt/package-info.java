/** What became of each delivery: the body as it came, and every decision about every alert in it. */
package com.srecopilot.alert.receipt;
