package com.srecopilot.identity.access;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** A JSON string that can't be stored is refused with its field's name, see {@link CleanText}. Trees of JsonNode aren't looked at: their readers clean for themselves. */
@Configuration(proxyBeanMethods = false)
class CleanJson {

    @Bean
    JsonMapperBuilderCustomizer cleanStrings() {
        var module = new SimpleModule("clean-text");
        module.addDeserializer(String.class, new Strings());
        module.addKeyDeserializer(String.class, new Keys());
        return builder -> builder.addModule(module);
    }

    private static final class Strings extends StdScalarDeserializer<String> {

        private Strings() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            String text = StringDeserializer.instance.deserialize(parser, context);
            return CleanText.isClean(text) ? text : refused(text, context);
        }

        private static String refused(String text, DeserializationContext context) {
            throw context.weirdStringException(text, String.class, "can't be stored");
        }
    }

    private static final class Keys extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return CleanText.of(key);
        }
    }
}
