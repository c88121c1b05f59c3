package com.srecopilot.tenancy;

import java.util.UUID;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;

/**
 * Binds the tenant of an event around its listener, outside the listener's own transaction. A caller of the same
 * tenant stays the actor, so that the record of an act names the person; an event without a caller acts as the system.
 */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class ListenersActForTheirTenant {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor tenantOfListeners() {
        var listeners = new AnnotationMatchingPointcut(null, EventListener.class, true);
        var advisor = new DefaultPointcutAdvisor(listeners, (MethodInterceptor) ListenersActForTheirTenant::invoke);
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }

    private static Object invoke(MethodInvocation call) throws Throwable {
        if (call.getArguments().length != 1 || !(call.getArguments()[0] instanceof TenantEvent event) || acts(event.tenant())) {
            return call.proceed();
        }
        String listener = call.getMethod().getDeclaringClass().getSimpleName();
        return new Proceeding(call).as(Actor.system(event.tenant(), listener));
    }

    private static boolean acts(UUID tenant) {
        return Actor.present().filter(actor -> actor.tenant().equals(tenant)).isPresent();
    }

    /** Lets a listener's checked exception through the lambda. */
    private record Proceeding(MethodInvocation call) {

        Object as(Actor actor) throws Throwable {
            var failure = new Throwable[1];
            Object result = actor.call(() -> {
                try {
                    return call.proceed();
                } catch (Throwable e) {
                    failure[0] = e;
                    return null;
                }
            });
            if (failure[0] != null) {
                throw failure[0];
            }
            return result;
        }
    }
}
