/** Earlier incidents that look like one: by their words, their service and the alerts they share. */
package com.srecopilot.hypothesis.similar;
