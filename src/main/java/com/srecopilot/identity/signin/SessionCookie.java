package com.srecopilot.identity.signin;

import java.util.List;

import com.srecopilot.identity.BaseUrl;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;

/**
 * The session's cookie. Programs that prove themselves by a key or a token have no session, whatever cookies they send,
 * so that they never wait for Redis; files are the same for everyone. Nor has the page that says that something is broken: it may be the sessions.
 */
@Configuration(proxyBeanMethods = false)
class SessionCookie {

    private static final List<String> SESSIONLESS = List.of("/ingest/", "/v2/", "/integrations/", "/opsgenie/", "/jsm/", "/pagerduty/", "/actuator/",
            "/css/", "/js/", "/icons/", "/fonts/", "/webjars/");

    @Bean
    HttpSessionIdResolver sessionIds(BaseUrl baseUrl) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName("SRECOPILOT");
        cookie.setSameSite("Lax");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(baseUrl.isSecure());
        var cookies = new CookieHttpSessionIdResolver();
        cookies.setCookieSerializer(cookie);
        return new OnlyForPeople(cookies);
    }

    private record OnlyForPeople(HttpSessionIdResolver cookies) implements HttpSessionIdResolver {

        @Override
        public List<String> resolveSessionIds(HttpServletRequest request) {
            return isSessionless(request) ? List.of() : cookies.resolveSessionIds(request);
        }

        @Override
        public void setSessionId(HttpServletRequest request, HttpServletResponse response, String sessionId) {
            cookies.setSessionId(request, response, sessionId);
        }

        @Override
        public void expireSession(HttpServletRequest request, HttpServletResponse response) {
            cookies.expireSession(request, response);
        }

        private static boolean isSessionless(HttpServletRequest request) {
            boolean broken = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status && status >= 500;
            String authorization = request.getHeader("Authorization");
            return broken || authorization != null && authorization.startsWith("Bearer ")
                    || SESSIONLESS.stream().anyMatch(request.getRequestURI()::startsWith);
        }
    }
}
