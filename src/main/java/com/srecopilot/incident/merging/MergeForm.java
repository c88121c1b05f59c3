package com.srecopilot.incident.merging;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import com.srecopilot.identity.Invalid;
import com.srecopilot.identity.NotFound;
import com.srecopilot.incident.IncidentNumber;

/** @param other the incident that the work goes on in, such as {@code INC-42} */
public record MergeForm(@NotBlank(message = "names the incident where the work goes on") @Size(max = 20, message = "is an incident's number, such as INC-42") String other,
        @NotBlank(message = "is needed: both timelines tell it") @Size(max = 1000, message = "has 1000 characters at most") String reason) {

    public int target() {
        try {
            return IncidentNumber.valueOf(other.strip()).value();
        } catch (NotFound e) {
            throw new Invalid("other", "is an incident's number, such as INC-42", e);
        }
    }
}
