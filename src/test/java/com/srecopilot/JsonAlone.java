package com.srecopilot;

import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.stereotype.Component;

/** The S3 server of a test brings along what writes XML; the product has no such thing, so its tests do without it. */
@Component
class JsonAlone implements ServerHttpMessageConvertersCustomizer {

    @Override
    public void customize(ServerBuilder builder) {
        builder.configureMessageConvertersList(converters -> converters.removeIf(converter -> converter.getClass().getSimpleName().contains("Xml")));
    }
}
