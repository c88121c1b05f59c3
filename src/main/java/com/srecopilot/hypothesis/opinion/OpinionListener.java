package com.srecopilot.hypothesis.opinion;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

import com.srecopilot.hypothesis.HypothesisEvent;

/** Asks the language model when the engine has looked at an incident that opened, where the organisation wants it. */
@Component
class OpinionListener {

    private final Opinions opinions;

    OpinionListener(Opinions opinions) {
        this.opinions = opinions;
    }

    @ApplicationModuleListener
    void looked(HypothesisEvent.RunFinished event) {
        opinions.askUnasked(event.number());
    }
}
