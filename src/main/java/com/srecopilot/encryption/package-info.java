/**
 * Encrypts single fields that the product must read again, such as secrets shared with senders.
 * The key stays outside of the database, so that a stolen backup tells nothing.
 */
@ApplicationModule(displayName = "Encryption (floor 1)", allowedDependencies = {})
package com.srecopilot.encryption;

import org.springframework.modulith.ApplicationModule;
