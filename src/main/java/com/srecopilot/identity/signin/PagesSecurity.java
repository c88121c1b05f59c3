package com.srecopilot.identity.signin;

import com.srecopilot.identity.failure.StaleForm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.ForwardAuthenticationFailureHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** People in browsers: a form, a session, a CSRF token. Who may see what is decided at each handler, by its rule. */
@Configuration(proxyBeanMethods = false)
class PagesSecurity {

    @Bean
    @Order(100)
    SecurityFilterChain pagesChain(HttpSecurity http, SignOutRecord signOut, RequestCache wanted, StaleForm stale) {
        return http.headers(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(wanted))
                .formLogin(form -> form.loginPage("/login").successHandler(new Arrival(wanted))
                        .failureHandler(new ForwardAuthenticationFailureHandler("/login/failed")))
                .logout(logout -> logout.addLogoutHandler(signOut).logoutSuccessUrl("/login?signed-out"))
                .exceptionHandling(failures -> failures.accessDeniedHandler(stale))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
