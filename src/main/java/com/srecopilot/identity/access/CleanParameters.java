package com.srecopilot.identity.access;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Every form field and query parameter passes {@link CleanText}. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class CleanParameters extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Clean(request), response);
    }

    private static final class Clean extends HttpServletRequestWrapper {

        private Clean(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getParameter(String name) {
            return CleanText.of(super.getParameter(name));
        }

        @Override
        public String[] getParameterValues(String name) {
            return clean(super.getParameterValues(name));
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            var clean = new LinkedHashMap<String, String[]>();
            super.getParameterMap().forEach((name, values) -> clean.put(CleanText.of(name), clean(values)));
            return clean;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(getParameterMap().keySet());
        }

        private static String[] clean(String[] values) {
            return values == null ? null : Arrays.stream(values).map(CleanText::of).toArray(String[]::new);
        }
    }
}
