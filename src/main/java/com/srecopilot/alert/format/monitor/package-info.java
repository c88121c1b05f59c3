/** What monitoring and error tracking products send. */
package com.srecopilot.alert.format.monitor;
