package com.srecopilot.encryption;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param key 32 bytes in Base64, the same on all nodes; empty for one made in the data folder */
@ConfigurationProperties("srecopilot.encryption")
record EncryptionProperties(@DefaultValue("") String key) {

    @Override
    public String toString() {
        return "EncryptionProperties[key=" + (key.isEmpty() ? "none" : "…") + "]";
    }
}
