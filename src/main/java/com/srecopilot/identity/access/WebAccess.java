package com.srecopilot.identity.access;

import com.srecopilot.identity.Accounts;
import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.web.filter.ServerHttpObservationFilter;
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

    /** Behind the door for senders, who come by the thousand in a storm and are timed there. */
    @Bean
    static FilterRegistrationBean<ServerHttpObservationFilter> requestObservation(ObservationRegistry registry) {
        var registration = new FilterRegistrationBean<>(new ServerHttpObservationFilter(registry));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 3);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        return registration;
    }

    /** A request is timed as a whole: to time each filter of a dozen costs more than some of the filters. */
    @Bean
    static SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(rules);
    }
}
