package com.srecopilot.identity.access;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.Role;
import org.springframework.stereotype.Component;

/**
 * Every form includes {@code shared/_csrf}, also where Thymeleaf's own {@code th:action} would not put the token: in pushed
 * fragments and plain actions. Spring Security's addition to {@code th:action} would make it two.
 */
@Component
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class OnlyOurCsrfField implements BeanDefinitionRegistryPostProcessor {

    private static final String ADDITION = "requestDataValueProcessor";

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        if (registry.containsBeanDefinition(ADDITION)) {
            registry.removeBeanDefinition(ADDITION);
        }
    }
}
