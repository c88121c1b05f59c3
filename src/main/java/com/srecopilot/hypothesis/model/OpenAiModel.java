package com.srecopilot.hypothesis.model;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.ai.chat.metadata.ChatResponseMetadata;
import org.springframework.ai.chat.metadata.DefaultUsage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.model.StreamingChatModel;
import org.springframework.ai.chat.prompt.Prompt;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Spring AI's streaming model over the chat completions of OpenAI and Azure. Follows no redirect, offers no tools, and
 * passes on text alone, whatever else comes. Every failure is a {@link ModelFailure}.
 */
final class OpenAiModel implements StreamingChatModel {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String END = "[DONE]";

    private final ModelEndpoint endpoint;
    private final int mostTokens;

    OpenAiModel(ModelEndpoint endpoint, int mostTokens) {
        this.endpoint = endpoint;
        this.mostTokens = mostTokens;
    }

    @Override
    public Flux<ChatResponse> stream(Prompt prompt) {
        return Mono.fromFuture(() -> Client.HTTP.sendAsync(request(prompt), HttpResponse.BodyHandlers.ofPublisher()))
                .flatMapMany(this::answer).timeout(endpoint.patience())
                .takeUntilOther(Mono.delay(endpoint.patience()).then(Mono.error(TimeoutException::new)))
                .onErrorMap(failure -> !(failure instanceof ModelFailure), OpenAiModel::told);
    }

    private HttpRequest request(Prompt prompt) {
        var body = JSON.createObjectNode().put("model", endpoint.model()).put("stream", true).put("max_tokens", mostTokens).put("temperature", 0);
        body.putObject("stream_options").put("include_usage", true);
        var messages = body.putArray("messages");
        prompt.getInstructions().forEach(message -> messages.addObject().put("role", message.getMessageType().getValue()).put("content", message.getText()));
        var request = HttpRequest.newBuilder(endpoint.uri()).timeout(endpoint.patience()).header("Content-Type", "application/json")
                .header("Accept", "text/event-stream").POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        if (endpoint.credential() != null) {
            request.header(endpoint.kind().header(), endpoint.credential());
        }
        return request.build();
    }

    private Flux<ChatResponse> answer(HttpResponse<Flow.Publisher<List<ByteBuffer>>> response) {
        Flux<ByteBuffer> bytes = JdkFlowAdapter.flowPublisherToFlux(response.body()).flatMapIterable(buffers -> buffers);
        if (response.statusCode() != 200) {
            return bytes.take(0).cast(ChatResponse.class).concatWith(Mono.error(new ModelFailure(refusal(response.statusCode()))));
        }
        var lines = new EventLines();
        var ended = new AtomicBoolean();
        return bytes.concatMapIterable(lines::take).takeUntil(END::equals).concatMapIterable(data -> said(data, ended))
                .concatWith(Mono.defer(() -> ended.get() ? Mono.empty() : Mono.error(new ModelFailure("The model's answer broke off"))));
    }

    private static List<ChatResponse> said(String data, AtomicBoolean ended) {
        if (data.equals(END)) {
            ended.set(true);
            return List.of();
        }
        JsonNode event = read(data);
        if (event.hasNonNull("error")) {
            throw new ModelFailure("The model reported an error");
        }
        var said = new ArrayList<ChatResponse>();
        JsonNode choice = event.path("choices").path(0);
        if (choice.path("finish_reason").isString()) {
            ended.set(true);
        }
        String text = choice.path("delta").path("content").asString("");
        if (!text.isEmpty()) {
            said.add(new ChatResponse(List.of(new Generation(new AssistantMessage(text)))));
        }
        JsonNode usage = event.path("usage");
        if (usage.path("total_tokens").isInt()) {
            said.add(new ChatResponse(List.of(), ChatResponseMetadata.builder().usage(new DefaultUsage(usage.path("prompt_tokens").asInt(0),
                    usage.path("completion_tokens").asInt(0), usage.path("total_tokens").asInt())).build()));
        }
        return said;
    }

    private static JsonNode read(String data) {
        try {
            return JSON.readTree(data);
        } catch (JacksonException e) {
            throw new ModelFailure("The model's answer can't be read", e);
        }
    }

    private static String refusal(int status) {
        return switch (status) {
            case 401, 403 -> "The model refused the key (" + status + ")";
            case 404 -> "There is no such model at that address (404)";
            case 429 -> "The model takes no more requests now (429)";
            default -> "The model answered " + status;
        };
    }

    private static ModelFailure told(Throwable failure) {
        Throwable cause = failure instanceof java.util.concurrent.CompletionException ? failure.getCause() : failure;
        boolean late = cause instanceof TimeoutException || cause instanceof HttpTimeoutException;
        return new ModelFailure(late ? "The model did not answer in time" : cause instanceof IOException ? "The model can't be reached, or the connection broke" : "The model's answer can't be used", cause);
    }

    /** Made when a model is first asked: an installation without one has none of its threads. */
    private static final class Client {

        private static final HttpClient HTTP = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).version(HttpClient.Version.HTTP_1_1).build();
    }
}
