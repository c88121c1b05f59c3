package com.srecopilot.identity.me;

import java.util.Set;
import java.util.UUID;

import com.srecopilot.identity.Accounts.Account;
import com.srecopilot.identity.access.ActorFilter;
import com.srecopilot.tenancy.Needs;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Needs
class MeApi {

    /** @param tenant the organisation's name */
    record Me(UUID id, String name, String email, String role, String tenant, Set<String> permissions) {
    }

    @GetMapping("/api/v1/me")
    Me show(HttpServletRequest request) {
        Account account = ActorFilter.account(request).orElseThrow();
        var person = account.person();
        return new Me(person.id(), person.name(), person.email(), person.role(), account.tenantName(), account.permissions());
    }
}
