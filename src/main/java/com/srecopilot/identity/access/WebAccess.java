package com.srecopilot.identity.access;

import com.srecopilot.identity.Accounts;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the actor's filter behind Spring Security's, and the rules before every handler. */
@Configuration(proxyBeanMethods = false)
class WebAccess implements WebMvcConfigurer {

    private final AccessRules rules;

    WebAccess(AccessRules rules) {
        this.rules = rules;
    }

    @Bean
    static FilterRegistrationBean<ActorFilter> actorFilter(Accounts accounts) {
        var registration = new FilterRegistrationBean<>(new ActorFilter(accounts));
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        return registration;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(rules);
    }
}
