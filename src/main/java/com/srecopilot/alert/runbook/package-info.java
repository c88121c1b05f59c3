/** What to look at first when one of the shipped rules fires. */
package com.srecopilot.alert.runbook;
