package com.srecopilot.incident.evidence;

import java.util.List;

import org.springframework.stereotype.Component;

import com.srecopilot.identity.Invalid;
import com.srecopilot.identity.NotFound;
import com.srecopilot.incident.Incidents;

/** The way in: known incident, examined pieces, kept. */
@Component
public class EvidenceIntake {

    private final Incidents incidents;
    private final EvidenceExamination examination;
    private final IncidentEvidence evidence;

    EvidenceIntake(Incidents incidents, EvidenceExamination examination, IncidentEvidence evidence) {
        this.incidents = incidents;
        this.examination = examination;
        this.evidence = evidence;
    }

    /**
     * @throws NotFound when there is no such incident
     * @throws Invalid when something can't be used; nothing is kept then
     */
    List<Evidence> take(int number, EvidenceForm form) {
        incidents.get(number);
        return evidence.add(number, examination.of(form));
    }

    /** Keeps log lines as the current actor's. @param name what they are called, and {@code note} what they show */
    public void log(int number, String name, String lines, String note) {
        take(number, new EvidenceForm(null, null, lines, name, note));
    }
}
