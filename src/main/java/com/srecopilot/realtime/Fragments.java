package com.srecopilot.realtime;

import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Renders the same fragment files that pages include, outside any request. */
@Component
public class Fragments {

    private final SpringTemplateEngine engine;

    Fragments(SpringTemplateEngine engine) {
        this.engine = engine;
        engine.setLinkBuilder(new RootLinks());
    }

    /** @param template such as {@code incident/_row}, rendered whole */
    public String render(String template, Map<String, Object> model) {
        return engine.process(template, new Context(Locale.ENGLISH, model)).strip();
    }

    /** {@code @{/…}} without a request: the product lives at the root of its host. */
    private static final class RootLinks extends StandardLinkBuilder {

        @Override
        protected String computeContextPath(IExpressionContext context, String base, Map<String, Object> parameters) {
            return "";
        }

        @Override
        protected String processLink(IExpressionContext context, String link) {
            return link;
        }
    }
}
