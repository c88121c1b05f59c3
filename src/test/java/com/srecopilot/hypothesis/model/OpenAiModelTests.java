package com.srecopilot.hypothesis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import tools.jackson.databind.JsonNode;

class OpenAiModelTests {

    private static final Prompt PROMPT = new Prompt(List.of(new SystemMessage("Be brief."), new UserMessage("Why?")));
    private FakeModel server;

    @BeforeEach
    void start() throws IOException {
        server = new FakeModel();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void textArrivesPieceByPieceWithItsUsageWhereverTheNetworkCutsIt() {
        server.says("The pool of größe 5 was exhausted: 接続");
        List<ChatResponse> said = ask(ModelKind.OPENAI, 5);
        assertThat(text(said)).isEqualTo("The pool of größe 5 was exhausted: 接続");
        assertThat(said.size()).isGreaterThan(4);
        assertThat(said.get(said.size() - 1).getMetadata().getUsage().getTotalTokens()).isEqualTo(460);
        JsonNode asked = server.asked().get(0);
        assertThat(asked.get("messages").get(0).toString()).isEqualTo("{\"role\":\"system\",\"content\":\"Be brief.\"}");
        assertThat(asked.has("tools")).isFalse();
        assertThat(server.credentials()).containsExactly("Bearer secret|null");
        assertThat(server.paths()).containsExactly("/v1/chat/completions");
    }

    @Test
    void azureIsCalledByItsDeploymentAndHeader() {
        server.says("Yes");
        assertThat(text(ask(ModelKind.AZURE, 5))).isEqualTo("Yes");
        assertThat(server.paths()).containsExactly("/v1/openai/deployments/gpt%20x/chat/completions?api-version=2024-10-21");
        assertThat(server.credentials()).containsExactly("null|secret");
    }

    @Test
    void aStallIsLeftAfterItsTime() {
        server.says("The pool" + FakeModel.STALL);
        Instant began = Instant.now();
        refused(1, "in time");
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void aStreamThatBreaksOffIsNoAnswer() {
        server.says("The pool " + FakeModel.BREAK);
        refused(5, "broke");
    }

    @Test
    void nonsenseRefusalsAndRedirectsAreFailuresWithAReason() {
        server.says("The " + FakeModel.RAW);
        refused(5, "can't be read");
        server.status(401);
        refused(5, "refused the key (401)");
        server.status(302);
        refused(5, "answered 302");
        server.status(500);
        refused(5, "answered 500");
        assertThat(server.asked()).hasSize(4);
    }

    @Test
    void aFloodIsCut() {
        server.says("word ".repeat(40_000));
        refused(20, "too long");
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        server.close();
        refused(5, "can't be reached");
    }

    private void refused(int seconds, String reason) {
        assertThatThrownBy(() -> ask(ModelKind.OPENAI, seconds)).isInstanceOf(ModelFailure.class).hasMessageContaining(reason)
                .hasMessageNotContaining("secret");
    }

    private List<ChatResponse> ask(ModelKind kind, int seconds) {
        URI uri = kind.completions(server.url(), "gpt x", "2024-10-21");
        return new OpenAiModel(new ModelEndpoint(kind, uri, "gpt x", kind.credential("secret"), Duration.ofSeconds(seconds)), 300).stream(PROMPT)
                .collectList().block();
    }

    private static String text(List<ChatResponse> said) {
        return said.stream().filter(each -> each.getResult() != null).map(each -> each.getResult().getOutput().getText()).reduce("", String::concat);
    }
}
