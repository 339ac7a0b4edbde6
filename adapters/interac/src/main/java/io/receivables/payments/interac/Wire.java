package io.receivables.payments.interac;

import com.fasterxml.jackson.databind.JsonNode;
import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.HttpExchange;
import io.receivables.payments.spi.HttpResult;
import java.util.Optional;
import java.util.function.Function;

/** Sends requests that carry a token, and reads answers. */
final class Wire {
    private static final int UNAUTHORIZED = 401;

    private final HttpExchange http;
    private final Tokens tokens;

    Wire(HttpExchange http, Tokens tokens) {
        this.http = http;
        this.tokens = tokens;
    }

    /**
     * Sends a request once; a second time, with a new token, only where the remote side turned the first one away as 401, which
     * had no effect.
     *
     * @param request the request that carries a token, made anew for each time
     */
    HttpResult send(Function<String, java.net.http.HttpRequest> request, CallContext call) {
        Tokens.Got first = tokens.get(call);
        if (first.token() == null) {
            return failure(first);
        }
        HttpResult result = http.send(request.apply(first.token()), call);
        boolean isTurnedAway = result instanceof HttpResult.Answer answer && answer.status() == UNAUTHORIZED;
        if (!isTurnedAway) {
            return result;
        }
        tokens.drop(first.token());
        Tokens.Got second = tokens.get(call);
        return second.token() == null ? failure(second) : http.send(request.apply(second.token()), call);
    }

    private static HttpResult failure(Tokens.Got got) {
        return got.failure() == null ? new HttpResult.NotSent("no token") : got.failure();
    }

    /** What a success says; empty where the result is none, or is not understood. */
    static Optional<JsonNode> success(HttpResult result) {
        return result instanceof HttpResult.Answer answer && answer.isSuccess()
                ? Json.read(answer.body())
                : Optional.empty();
    }

    static boolean isSuccess(HttpResult result) {
        return result instanceof HttpResult.Answer answer && answer.isSuccess();
    }
}
