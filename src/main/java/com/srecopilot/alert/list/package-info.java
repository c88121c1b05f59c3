/** Alerts as people and programs read and handle them. */
package com.srecopilot.alert.list;
