package com.srecopilot.identity.signin;

import com.srecopilot.identity.access.ActorFilter;
import com.srecopilot.identity.shell.Shell;
import com.srecopilot.tenancy.Anyone;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@Anyone
class SignInController {

    private final RequestCache requests;
    private final Shell shell;

    SignInController(RequestCache requests, Shell shell) {
        this.requests = requests;
        this.shell = shell;
    }

    @GetMapping("/login")
    String ask(HttpServletRequest request, HttpServletResponse response, Model model) {
        if (ActorFilter.account(request).isPresent()) {
            return "redirect:/";
        }
        return page(request, response, model);
    }

    /** Spring Security forwards a failed sign-in to here: the same page, with what was typed and why it failed. */
    @PostMapping("/login/failed")
    String askAgain(@RequestAttribute(WebAttributes.AUTHENTICATION_EXCEPTION) AuthenticationException failure,
            @RequestParam(name = "username", defaultValue = "") String email, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        if (failure instanceof PasswordSignIn.TooManyAttempts tooMany) {
            response.setStatus(429);
            response.setHeader("Retry-After", String.valueOf(tooMany.waiting().toSeconds()));
        }
        model.addAttribute("email", email);
        model.addAttribute("message", failure.getMessage());
        return page(request, response, model);
    }

    private String page(HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAttribute("signedOut", request.getParameter("signed-out") != null);
        model.addAttribute("founded", request.getParameter("founded") != null);
        model.addAttribute("returnTo", ReturnPath.name(requests, shell, request, response).orElse(null));
        return "identity/sign-in";
    }
}
