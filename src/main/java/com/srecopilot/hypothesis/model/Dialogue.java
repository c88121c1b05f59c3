package com.srecopilot.hypothesis.model;

import java.time.LocalDate;
import java.util.function.Consumer;

import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.stereotype.Component;

/** One question to the current tenant's model, within its budget. */
@Component
public class Dialogue {

    private static final int CHARACTERS_A_TOKEN = 3;

    private final ModelSettingsService settings;
    private final TokenBudget budget;

    Dialogue(ModelSettingsService settings, TokenBudget budget) {
        this.settings = settings;
        this.budget = budget;
    }

    /**
     * Blocks while the answer comes.
     *
     * @param set in force, or about to be tried
     * @param answer the most tokens of it
     * @param text gets each piece
     * @throws ModelFailure when there is no whole answer
     */
    public void ask(ModelSettings set, Prompt prompt, int answer, Consumer<String> text) {
        ModelEndpoint endpoint = settings.endpoint(set);
        int most = prompt.getInstructions().stream().map(Message::getText).mapToInt(String::length).sum() / CHARACTERS_A_TOKEN + answer;
        LocalDate day = budget.take(most, set.tokensPerDay());
        if (day == null) {
            throw new ModelFailure("Today's budget of tokens is used up");
        }
        int[] used = {most};
        try {
            new OpenAiModel(endpoint, answer).stream(prompt).doOnNext(part -> hear(part, text, used)).blockLast();
        } finally {
            budget.giveBack(day, Math.max(0, most - used[0]));
        }
    }

    /** A server that claims to have used nothing is not believed. */
    private static void hear(ChatResponse part, Consumer<String> text, int[] used) {
        if (part.getResult() != null) {
            text.accept(part.getResult().getOutput().getText());
        } else if (part.getMetadata().getUsage().getTotalTokens() > 0) {
            used[0] = part.getMetadata().getUsage().getTotalTokens();
        }
    }
}
