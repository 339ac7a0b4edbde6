package io.receivables.payments.interac;

import com.fasterxml.jackson.databind.JsonNode;
import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.HttpResult;
import io.receivables.payments.spi.Submission;
import io.receivables.payments.spi.http.TransportRule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The token that requests carry: asked for when it is needed, kept while it is good. */
final class Tokens {
    /** A token, or why there is none; one of the two. */
    record Got(@Nullable String token, @Nullable HttpResult failure) {
        @Override
        public String toString() {
            return token == null ? "Got[" + failure + "]" : "Got[***]";
        }
    }

    /**
     * A token that is kept.
     *
     * @param until when it is no longer used
     */
    private record Kept(String token, Instant until) {
        @Override
        public String toString() {
            return "Kept[***, " + until + "]";
        }
    }

    /** A token is given up so much earlier than it ends, for the time that a request is on its way. */
    private static final Duration EARLIER = Duration.ofSeconds(30);

    private static final Duration LONGEST_LIFE = Duration.ofDays(1);

    /** What may stand in a header. */
    private static final String TOKEN = "[\\x21-\\x7E]{1,8192}";

    private static final int UNAUTHORIZED = 401;

    private final InstantSource clock;
    private final TransportRule rule;
    private final Duration life;
    private final Function<CallContext, HttpResult> source;
    private final Flights<Got> flights;
    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

    /**
     * Tokens from a source.
     *
     * @param life how long a token is good of which the remote side does not say
     * @param source asks for a token; the answer has {@code access_token} and perhaps {@code expires_in}, in seconds
     */
    Tokens(InstantSource clock, Duration life, Function<CallContext, HttpResult> source) {
        this.clock = clock;
        this.rule = new TransportRule(clock);
        this.life = life;
        this.source = source;
        this.flights = new Flights<>(clock);
    }

    Got get(CallContext call) {
        Kept current = kept.get();
        if (current != null && clock.instant().isBefore(current.until())) {
            return new Got(current.token(), null);
        }
        return flights.join("token", call, () -> ask(call))
                .orElseGet(() -> new Got(null, new HttpResult.NotSent("no token in time")));
    }

    /** Gives up a token that the remote side no longer takes, unless there is another one already. */
    void drop(String token) {
        kept.updateAndGet(current -> current != null && current.token().equals(token) ? null : current);
    }

    private Got ask(CallContext call) {
        HttpResult result = source.apply(call);
        return result instanceof HttpResult.Answer answer && answer.isSuccess()
                ? taken(answer)
                : new Got(null, failure(result));
    }

    private Got taken(HttpResult.Answer answer) {
        JsonNode body = Json.read(answer.body()).orElseGet(Json::object);
        Optional<String> token = Json.text(body, "access_token").filter(text -> text.matches(TOKEN));
        token.ifPresent(text -> kept.set(new Kept(text, clock.instant().plus(lifeOf(body)))));
        return token.map(text -> new Got(text, null))
                .orElseGet(() -> new Got(null, new HttpResult.NotSent("an answer without a token")));
    }

    private Duration lifeOf(JsonNode body) {
        JsonNode seconds = body.path("expires_in");
        boolean isGiven = seconds.isIntegralNumber() && seconds.canConvertToInt() && seconds.intValue() > 0;
        Duration given = isGiven ? Duration.ofSeconds(seconds.intValue()).minus(EARLIER) : life;
        return given.compareTo(LONGEST_LIFE) > 0 ? LONGEST_LIFE : given;
    }

    /**
     * What a failure means for the request that wanted the token: nothing of it was sent. Whatever the remote side refuses a
     * token with, it does not accept this caller.
     */
    private HttpResult failure(HttpResult result) {
        Submission.Kind kind = rule.submission(result).kind();
        return switch (kind) {
            case REFUSED -> {
                HttpResult.Answer answer = (HttpResult.Answer) result;
                yield new HttpResult.Answer(UNAUTHORIZED, answer.headers(), answer.body());
            }
            case NOT_SENT -> result;
            default -> new HttpResult.NotSent("no token");
        };
    }
}
