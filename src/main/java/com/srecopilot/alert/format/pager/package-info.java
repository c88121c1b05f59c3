/** What senders post to other on-call products, and what those pass on. */
package com.srecopilot.alert.format.pager;
