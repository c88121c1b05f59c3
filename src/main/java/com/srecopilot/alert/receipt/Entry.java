package com.srecopilot.alert.receipt;

import java.util.List;
import java.util.UUID;

import com.srecopilot.alert.format.IncomingAlert;

/**
 * One alert of a delivery and what became of it.
 *
 * @param alert the alert it is part of; null when it was dropped
 * @param outcome opened, repeated, resolved or dropped
 */
public record Entry(UUID alert, String outcome, IncomingAlert said, List<Decision> decisions) {
}
