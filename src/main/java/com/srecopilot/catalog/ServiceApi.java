package com.srecopilot.catalog;

import java.net.URI;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.srecopilot.identity.Cursor;
import com.srecopilot.identity.Slice;
import com.srecopilot.tenancy.Needs;

@RestController
@RequestMapping("/api/v1/services")
class ServiceApi {

    private final Services services;
    private final Registry registry;

    ServiceApi(Services services, Registry registry) {
        this.services = services;
        this.registry = registry;
    }

    record DependenciesForm(@JsonProperty("depends_on") @NotNull @Size(max = 500) List<@NotBlank @Size(max = 200) String> dependsOn) {
    }

    @GetMapping
    @Needs
    Slice<ServiceDetail> list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        return services.slice(q, Slice.limit(limit), Cursor.parse(cursor).orElse(null));
    }

    @GetMapping("/{name}")
    @Needs
    ServiceDetail show(@PathVariable String name) {
        return services.get(name);
    }

    /** Repeating it describes the same service again. */
    @PostMapping
    @Needs("services:write")
    ResponseEntity<ServiceDetail> create(@Valid @RequestBody ServiceForm form) {
        boolean created = registry.register(form);
        ServiceDetail service = services.get(form.name());
        return created ? ResponseEntity.created(URI.create("/api/v1/services/" + form.name())).body(service) : ResponseEntity.ok(service);
    }

    @PutMapping("/{name}/dependencies")
    @Needs("services:write")
    ServiceDetail dependencies(@PathVariable String name, @Valid @RequestBody DependenciesForm form) {
        registry.dependsOn(name, form.dependsOn());
        return services.get(name);
    }
}
