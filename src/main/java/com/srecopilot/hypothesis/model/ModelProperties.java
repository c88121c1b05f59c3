package com.srecopilot.hypothesis.model;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param inside whether models on this host and in private networks may be called; who allows it trusts every admin with that */
@ConfigurationProperties("srecopilot.hypothesis.model")
record ModelProperties(@DefaultValue("false") boolean inside) {
}
