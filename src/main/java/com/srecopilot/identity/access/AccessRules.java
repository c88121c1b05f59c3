package com.srecopilot.identity.access;

import java.util.Optional;

import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Anyone;
import com.srecopilot.tenancy.Needs;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Enforces {@link Needs} and {@link Anyone} on every handler. What has no rule answers 403. */
@Component
class AccessRules implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof ResourceHttpRequestHandler || request.getDispatcherType() == DispatcherType.ERROR) {
            return true;
        }
        if (!(handler instanceof HandlerMethod method)) {
            throw new Forbidden("");
        }
        if (!isForAnyone(method)) {
            requirePermission(method);
        }
        return true;
    }

    private static void requirePermission(HandlerMethod method) {
        if (Actor.present().isEmpty()) {
            throw new InsufficientAuthenticationException("Nobody is signed in");
        }
        String permission = needs(method).orElseThrow(() -> new Forbidden(""));
        if (!permission.isEmpty() && !Actor.current().can(permission)) {
            throw new Forbidden(permission);
        }
    }

    private static boolean isForAnyone(HandlerMethod method) {
        if (AnnotatedElementUtils.hasAnnotation(method.getMethod(), Anyone.class)) {
            return true;
        }
        boolean ruled = AnnotatedElementUtils.hasAnnotation(method.getMethod(), Needs.class);
        return !ruled && AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Anyone.class);
    }

    private static Optional<String> needs(HandlerMethod method) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Needs.class))
                .or(() -> Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Needs.class)))
                .map(Needs::value)
                .or(() -> isApiDocument(method) ? Optional.of("") : Optional.empty());
    }

    /** The OpenAPI document is springdoc's own handler: for the signed-in. */
    private static boolean isApiDocument(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("org.springdoc.");
    }
}
