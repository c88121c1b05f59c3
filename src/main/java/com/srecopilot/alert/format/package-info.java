/** What senders speak: one small reader a format, each turning a body into alerts in our own vocabulary. */
package com.srecopilot.alert.format;
