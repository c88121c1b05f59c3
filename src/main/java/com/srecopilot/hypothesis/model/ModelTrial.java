package com.srecopilot.hypothesis.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.stereotype.Component;

/** Tries the model that is set: one short question that tells nothing of anybody's incidents. */
@Component
class ModelTrial {

    private static final Prompt QUESTION = new Prompt(List.of(new UserMessage("Answer with the one word: ready")));
    private static final int ANSWER = 50;

    private final ModelSettingsService settings;
    private final Dialogue dialogue;
    private final Clock clock;

    ModelTrial(ModelSettingsService settings, Dialogue dialogue, Clock clock) {
        this.settings = settings;
        this.dialogue = dialogue;
        this.clock = clock;
    }

    /** For people; nothing of what the model said. */
    record Result(boolean works, String words) {
    }

    Result run() {
        Optional<ModelSettings> set = settings.find();
        if (set.isEmpty()) {
            return new Result(false, "Save a model first.");
        }
        Instant began = clock.instant();
        int[] characters = {0};
        try {
            dialogue.ask(set.get(), QUESTION, ANSWER, text -> characters[0] += text.length());
        } catch (ModelFailure e) {
            return new Result(false, e.getMessage() + ".");
        }
        long millis = Duration.between(began, clock.instant()).toMillis();
        return new Result(characters[0] > 0, characters[0] > 0 ? "It answered in " + millis + " ms." : "It answered with nothing.");
    }
}
