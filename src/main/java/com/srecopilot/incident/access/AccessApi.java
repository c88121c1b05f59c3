package com.srecopilot.incident.access;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.srecopilot.identity.Person;
import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.incident.Incidents;
import com.srecopilot.tenancy.Needs;

/** Who reads an incident, for programs. */
@RestController
@RequestMapping("/api/v1/incidents/{number}/access")
class AccessApi {

    private final IncidentAccess access;
    private final Incidents incidents;

    AccessApi(IncidentAccess access, Incidents incidents) {
        this.access = access;
        this.incidents = incidents;
    }

    @GetMapping
    @Needs("incidents:read")
    Access get(@PathVariable IncidentNumber number) {
        List<Reader> readers = access.readers(number.value()).stream().map(Reader::of).toList();
        return new Access(incidents.get(number.value()).restricted(), readers);
    }

    @PutMapping
    @Needs("incidents:write")
    Access set(@PathVariable IncidentNumber number, @Valid @RequestBody Privacy wanted) {
        if (wanted.isPrivate()) {
            access.restrict(number.value());
        } else {
            access.open(number.value());
        }
        return get(number);
    }

    @PostMapping("/readers")
    @Needs("incidents:write")
    Access admit(@PathVariable IncidentNumber number, @Valid @RequestBody NewReader reader) {
        access.admit(number.value(), reader.person());
        return get(number);
    }

    @DeleteMapping("/readers/{person}")
    @Needs("incidents:write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable IncidentNumber number, @PathVariable UUID person) {
        access.dismiss(number.value(), person);
    }

    record Privacy(@NotNull(message = "is needed") @JsonProperty("private") Boolean isPrivate) {
    }

    record NewReader(@NotNull(message = "is needed") UUID person) {
    }

    record Reader(UUID id, String name) {

        static Reader of(Person person) {
            return new Reader(person.id(), person.name());
        }
    }

    record Access(@JsonProperty("private") boolean isPrivate, List<Reader> readers) {
    }
}
