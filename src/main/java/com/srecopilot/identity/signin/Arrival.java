package com.srecopilot.identity.signin;

import java.io.IOException;

import com.srecopilot.identity.access.Caller;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** Notes which browser the session belongs to, for its owner's list, and goes on to the page that was wanted. */
class Arrival extends SavedRequestAwareAuthenticationSuccessHandler {

    Arrival(RequestCache wanted) {
        setRequestCache(wanted);
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws ServletException, IOException {
        Caller caller = Caller.of(request);
        HttpSession session = request.getSession();
        session.setAttribute(Sessions.ADDRESS, caller.ip());
        session.setAttribute(Sessions.BROWSER, Browser.name(caller.userAgent()));
        super.onAuthenticationSuccess(request, response, who);
    }
}
