package com.srecopilot.identity.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/** Health for everyone; metrics for this machine or for who knows the metrics token; the rest for nobody. */
@Configuration(proxyBeanMethods = false)
class ActuatorSecurity {

    private static final List<String> FORWARDED = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP");

    private final String token;

    ActuatorSecurity(@Value("${srecopilot.metrics-token:}") String token) {
        this.token = token;
    }

    @Bean
    @Order(2)
    SecurityFilterChain actuatorChain(HttpSecurity http) {
        return http.securityMatcher("/actuator/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(failures -> failures.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers("/actuator/health", "/actuator/health/**").permitAll()
                        .requestMatchers("/actuator/prometheus").access((who, context) ->
                                new AuthorizationDecision(isLocal(context.getRequest()) || hasToken(context.getRequest())))
                        .anyRequest().denyAll())
                .build();
    }

    /** A proxy on this machine is local too, but what it forwards is not. */
    private static boolean isLocal(HttpServletRequest request) {
        boolean forwarded = FORWARDED.stream().anyMatch(header -> request.getHeader(header) != null);
        return !forwarded && isLoopback(request.getRemoteAddr()) && isLoopback(peer(request));
    }

    /** Who holds the other end of the connection, whatever a header says. */
    private static String peer(HttpServletRequest request) {
        Object peer = request.getAttribute("org.apache.tomcat.peerAddr");
        return peer == null ? request.getRemoteAddr() : peer.toString();
    }

    private static boolean isLoopback(String address) {
        return address.startsWith("127.") || address.equals("0:0:0:0:0:0:0:1") || address.equals("::1");
    }

    private boolean hasToken(HttpServletRequest request) {
        String given = request.getHeader("Authorization");
        return !token.isEmpty() && given != null && MessageDigest.isEqual(bytes("Bearer " + token), bytes(given));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
