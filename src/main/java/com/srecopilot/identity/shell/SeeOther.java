package com.srecopilot.identity.shell;

import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** After a form, 303: the browser fetches the next page with GET, whatever the form's method was. */
@Configuration(proxyBeanMethods = false)
class SeeOther {

    SeeOther(ThymeleafViewResolver views) {
        views.setRedirectHttp10Compatible(false);
    }
}
