/** The tape: the course of an incident as one strip. */
package com.srecopilot.incident.tape;
