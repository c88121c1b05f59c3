/** Where senders post: our own addresses, and those of the on-call products whose senders we take over. */
package com.srecopilot.alert.receiver;
