package com.srecopilot.identity;

import java.net.URI;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where people reach this installation: the only source of absolute links, never the Host header. */
@Component
public class BaseUrl {

    private final String url;

    BaseUrl(@Value("${srecopilot.base-url:http://localhost:${server.port:8080}}") URI url) {
        this.url = url.toString().replaceAll("/+$", "");
    }

    /** @param path starts with a slash */
    public String of(String path) {
        return url + path;
    }

    public boolean isSecure() {
        return url.startsWith("https:");
    }
}
