package com.srecopilot.identity.settings;

import java.util.List;
import java.util.TreeSet;

import com.srecopilot.identity.Role;
import com.srecopilot.identity.Roles;
import com.srecopilot.tenancy.Needs;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Which role may do what, as a table to read. */
@Controller
@Needs("users:read")
class RolesController {

    private final Roles roles;

    RolesController(Roles roles) {
        this.roles = roles;
    }

    @GetMapping("/settings/roles")
    String show(Model model) {
        List<Role> all = roles.all();
        var permissions = new TreeSet<String>();
        all.forEach(role -> permissions.addAll(role.permissions()));
        permissions.remove("*");
        model.addAttribute("roles", all);
        model.addAttribute("permissions", permissions);
        return "identity/roles";
    }
}
