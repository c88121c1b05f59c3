package com.srecopilot.identity.token;

import java.util.Set;

import com.srecopilot.identity.failure.StaleForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Programs: a bearer token and no CSRF token; or a page's session, but then only with its CSRF token. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Bean
    @Order(3)
    SecurityFilterChain apiChain(HttpSecurity http, JwtDecoder decoder, StaleForm stale) {
        return http.securityMatcher("/api/**", "/v3/**", "/.well-known/jwks.json")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(ApiSecurity::ridesOnASession))
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .oauth2ResourceServer(bearer -> bearer.authenticationEntryPoint(refused())
                        .jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(AccessTokens::proof)))
                .exceptionHandling(failures -> failures.accessDeniedHandler(stale).authenticationEntryPoint(refused()))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Only what a browser adds by itself can be abused by another site. */
    private static boolean ridesOnASession(HttpServletRequest request) {
        if (SAFE.contains(request.getMethod()) || isBearer(request)) {
            return false;
        }
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }

    private static boolean isBearer(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.startsWith("Bearer ");
    }

    private static AuthenticationEntryPoint refused() {
        return (request, response, cause) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        };
    }
}
