package com.srecopilot.identity.shell;

import com.srecopilot.identity.access.Paths;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page what its frame shows. */
@ControllerAdvice
class ShellAdvice {

    private final Shell shell;

    ShellAdvice(Shell shell) {
        this.shell = shell;
    }

    @ModelAttribute
    void frame(HttpServletRequest request, Model model) {
        if (!Paths.isForPrograms(request)) {
            model.addAllAttributes(shell.attributes(request));
        }
    }
}
