package com.srecopilot.identity.signin;

import java.util.Optional;

import com.srecopilot.identity.access.Paths;
import com.srecopilot.identity.shell.Shell;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** Where one wanted to go before the sign-in came between. Only pages count: nobody wants to land on a stream. */
@Configuration(proxyBeanMethods = false)
class ReturnPath {

    @Bean
    static RequestCache wantedPages() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(ReturnPath::isPage);
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    /** What the wanted page is called in a sentence. */
    static Optional<String> name(RequestCache cache, Shell shell, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) == null || !(cache.getRequest(request, response) instanceof DefaultSavedRequest wanted)) {
            return Optional.empty();
        }
        return shell.nameOf(wanted.getRequestURI());
    }

    private static boolean isPage(HttpServletRequest request) {
        String accepted = Optional.ofNullable(request.getHeader("Accept")).orElse("");
        return request.getMethod().equals("GET") && accepted.contains("text/html")
                && !Paths.isForPrograms(request) && !Paths.isForHtmx(request);
    }
}
