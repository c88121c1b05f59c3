package com.srecopilot.catalog.page;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.srecopilot.catalog.Runbook;
import com.srecopilot.catalog.ServiceDetail;
import com.srecopilot.catalog.ServiceForm;
import com.srecopilot.identity.Invalid;

/**
 * The form of a service's page.
 *
 * @param name only of a new one
 * @param runbooks a link a line, with or without its title
 * @param dependsOn names between commas or line ends
 * @param version what the editor saw
 */
record ServiceEdit(
        @Size(min = 1, max = 200) @Pattern(regexp = "[a-zA-Z0-9-]*", message = "takes letters, digits and hyphens") String name,
        @Pattern(regexp = "[1-4]?", message = "is 1, 2, 3 or 4") String tier,
        @Size(max = 80) String region,
        @Size(max = 80) String owner,
        @Size(max = 2000) String description,
        @Size(max = 20_000) String runbooks,
        @Size(max = 20_000) String dependsOn,
        Integer version) {

    static ServiceEdit empty() {
        return new ServiceEdit("", "", "", "", "", "", "", null);
    }

    static ServiceEdit of(ServiceDetail service) {
        return new ServiceEdit(null, service.tier(), service.region(), service.owner(), service.description(), service.runbooks().stream().map(Runbook::line).collect(Collectors.joining("\n")),
                String.join(", ", service.dependsOn()), service.version());
    }

    /** What stands in the form; {@code before} is what it calls already, whose names may hold commas. */
    List<String> callees(Set<String> before) {
        if (dependsOn == null || dependsOn.equals(String.join(", ", before))) {
            return List.copyOf(before);
        }
        List<String> names = Stream.of(dependsOn.split("[,\\r\\n]")).map(String::strip).filter(each -> !each.isEmpty()).toList();
        names.stream().filter(each -> each.length() > 200).findFirst().ifPresent(each -> {
            throw new Invalid("depends_on", "takes names of at most 200 characters; one has " + each.length());
        });
        return names;
    }

    ServiceForm form(String called) {
        return new ServiceForm(called, text(tier), text(region), text(owner), text(description), null, text(runbooks).lines().filter(line -> !line.isBlank()).toList());
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }
}
