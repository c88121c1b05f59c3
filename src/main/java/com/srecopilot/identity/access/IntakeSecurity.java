package com.srecopilot.identity.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Senders of alerts prove themselves by their key, to the handler. No cookie, no session, no Redis. */
@Configuration(proxyBeanMethods = false)
class IntakeSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain intakeChain(HttpSecurity http) {
        return http.securityMatcher("/ingest/**", "/v2/**", "/integrations/**", "/opsgenie/**", "/api/opsgenie/**", "/jsm/**", "/pagerduty/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
