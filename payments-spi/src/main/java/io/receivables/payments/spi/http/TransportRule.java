package io.receivables.payments.spi.http;

import io.receivables.payments.spi.HttpResult;
import io.receivables.payments.spi.HttpResult.Answer;
import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Reason.Category;
import io.receivables.payments.spi.Retry;
import io.receivables.payments.spi.Submission;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;

/**
 * What an HTTP result means that a provider has no better word for: all that is no answer, and every answer that the
 * provider does not understand.
 *
 * <table>
 *   <caption>The rule for what was to be done</caption>
 *   <tr><th>Result</th><th>Means</th></tr>
 *   <tr><td>no connection, no TLS</td><td>not sent</td></tr>
 *   <tr><td>broken or late after that</td><td>unknown</td></tr>
 *   <tr><td>425, 429, and 503 that says when to come back</td><td>not sent: turned away unread</td></tr>
 *   <tr><td>408, 409, any other 5xx, 1xx to 3xx</td><td>unknown</td></tr>
 *   <tr><td>401, 403, 407</td><td>refused: the configuration is wrong</td></tr>
 *   <tr><td>404, 410</td><td>refused: not found</td></tr>
 *   <tr><td>any other 4xx</td><td>refused: the data is wrong</td></tr>
 * </table>
 */
public final class TransportRule {
    private static final String SCHEME = "http";

    /** A remote side that does not say when to come back is asked again after this. */
    private static final Duration RECHECK_AFTER = Duration.ofSeconds(30);

    /** No wait that a remote side asks for is longer than this. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final InstantSource clock;

    public TransportRule(InstantSource clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** What a result means for what was to be done. A success that is not understood means that nobody knows. */
    public Submission submission(HttpResult result) {
        return switch (result.kind()) {
            case NOT_SENT -> Submission.notSent(down(((HttpResult.NotSent) result).why(), Retry.now()));
            case UNKNOWN -> unknown(((HttpResult.Unknown) result).why());
            case ANSWER -> answered((Answer) result);
        };
    }

    /** What a result means for a question. */
    public Lookup lookup(HttpResult result) {
        Submission same = submission(result);
        return Lookup.unavailable(
                switch (same.kind()) {
                    case NOT_SENT -> ((Submission.NotSent) same).reason();
                    case REFUSED -> ((Submission.Refused) same).reason();
                    default -> ((Submission.Unknown) same).reason();
                });
    }

    private Submission answered(Answer answer) {
        int status = answer.status();
        Optional<Instant> comeBack = comeBackAt(answer);
        boolean isUnread = status == 425 || status == 429 || (status == 503 && comeBack.isPresent());
        if (isUnread) {
            Category category = status == 503 ? Category.PROVIDER_DOWN : Category.RATE_LIMITED;
            Retry retry = Retry.after(comeBack.orElse(clock.instant().plus(RECHECK_AFTER)));
            return Submission.notSent(coded(category, retry, status));
        }
        boolean isUnclear = status < 400 || status >= 500 || status == 408 || status == 409;
        return isUnclear
                ? Submission.unknown(
                        coded(Category.PROVIDER_DOWN, Retry.now(), status),
                        comeBack.orElse(clock.instant().plus(RECHECK_AFTER)))
                : Submission.refused(refusal(status));
    }

    private static Reason refusal(int status) {
        return switch (status) {
            case 401, 403, 407 -> coded(Category.CONFIGURATION, Retry.of(Retry.Kind.AFTER_CONFIGURATION), status);
            case 404, 410 -> coded(Category.NOT_FOUND, Retry.never(), status);
            default -> coded(Category.FORMAT, Retry.of(Retry.Kind.AFTER_DATA), status);
        };
    }

    private Submission unknown(String why) {
        return Submission.unknown(down(why, Retry.now()), clock.instant().plus(RECHECK_AFTER));
    }

    private static Reason down(String why, Retry retry) {
        return Reason.of(Category.PROVIDER_DOWN, retry, why);
    }

    private static Reason coded(Category category, Retry retry, int status) {
        return Reason.of(category, retry, "").coded(SCHEME, Integer.toString(status));
    }

    /** {@code Retry-After} as RFC 9110 has it: seconds, or a date. */
    private Optional<Instant> comeBackAt(Answer answer) {
        Instant now = clock.instant();
        return answer.headers()
                .firstValue("Retry-After")
                .flatMap(text -> time(text.trim(), now))
                .map(at -> at.isBefore(now) ? now : at)
                .map(at -> at.isAfter(now.plus(LONGEST_WAIT)) ? now.plus(LONGEST_WAIT) : at);
    }

    private static Optional<Instant> time(String text, Instant now) {
        try {
            return text.matches("[0-9]{1,9}")
                    ? Optional.of(now.plusSeconds(Long.parseLong(text)))
                    : Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException e) {
            // a date that nobody can read is as good as none
            return Optional.empty();
        }
    }
}
