/** Signatures of deliveries: which a source demands, how each kind is verified, and what a refusal says. */
package com.srecopilot.alert.signature;
