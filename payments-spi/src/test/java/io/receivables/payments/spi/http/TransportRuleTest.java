package io.receivables.payments.spi.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.payments.spi.HttpResult;
import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.Payload;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Reason.Category;
import io.receivables.payments.spi.Retry;
import io.receivables.payments.spi.Submission;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransportRuleTest {
    private static final Instant NOW = Instant.parse("2026-05-11T08:00:00Z");

    private final TransportRule rule = new TransportRule(() -> NOW);

    private static HttpResult answer(int status, Map<String, List<String>> headers) {
        return new HttpResult.Answer(status, HttpHeaders.of(headers, (name, value) -> true), Payload.empty());
    }

    private static HttpResult answer(int status) {
        return answer(status, Map.of());
    }

    private static HttpResult retryAfter(int status, String when) {
        return answer(status, Map.of("retry-after", List.of(when)));
    }

    private static Reason reason(Submission submission) {
        return switch (submission.kind()) {
            case REFUSED -> ((Submission.Refused) submission).reason();
            case NOT_SENT -> ((Submission.NotSent) submission).reason();
            default -> ((Submission.Unknown) submission).reason();
        };
    }

    @ParameterizedTest
    @CsvSource({
        "100, UNKNOWN, PROVIDER_DOWN, SAME_KEY",
        "200, UNKNOWN, PROVIDER_DOWN, SAME_KEY",
        "302, UNKNOWN, PROVIDER_DOWN, SAME_KEY",
        "399, UNKNOWN, PROVIDER_DOWN, SAME_KEY",
        "400, REFUSED, FORMAT, AFTER_DATA",
        "401, REFUSED, CONFIGURATION, AFTER_CONFIGURATION",
        "403, REFUSED, CONFIGURATION, AFTER_CONFIGURATION",
        "404, REFUSED, NOT_FOUND, NEVER",
        "407, REFUSED, CONFIGURATION, AFTER_CONFIGURATION",
        "408, UNKNOWN, PROVIDER_DOWN, SAME_KEY",
        "409, UNKNOWN, PROVIDER_DOWN, SAME_KEY",
        "410, REFUSED, NOT_FOUND, NEVER",
        "422, REFUSED, FORMAT, AFTER_DATA",
        "425, NOT_SENT, RATE_LIMITED, SAME_KEY",
        "429, NOT_SENT, RATE_LIMITED, SAME_KEY",
        "499, REFUSED, FORMAT, AFTER_DATA",
        "500, UNKNOWN, PROVIDER_DOWN, SAME_KEY",
        "502, UNKNOWN, PROVIDER_DOWN, SAME_KEY",
        "503, UNKNOWN, PROVIDER_DOWN, SAME_KEY",
        "504, UNKNOWN, PROVIDER_DOWN, SAME_KEY",
    })
    void a_status_means(int status, Submission.Kind kind, Category category, Retry.Kind retry) {
        Submission submission = rule.submission(answer(status));

        assertThat(submission.kind()).isEqualTo(kind);
        assertThat(reason(submission).category()).isEqualTo(category);
        assertThat(reason(submission).retry().kind()).isEqualTo(retry);
        assertThat(reason(submission).scheme()).isEqualTo("http");
        assertThat(reason(submission).code()).isEqualTo(Integer.toString(status));
        // a question that got no answer never says that there is nothing
        Lookup lookup = rule.lookup(answer(status));
        assertThat(lookup.kind()).isEqualTo(Lookup.Kind.UNAVAILABLE);
        assertThat(((Lookup.Unavailable) lookup).reason()).isEqualTo(reason(submission));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0; 2026-05-11T08:00:00Z",
                "120; 2026-05-11T08:02:00Z",
                "Mon, 11 May 2026 09:30:00 GMT; 2026-05-11T09:30:00Z",
                "Mon, 11 May 2026 07:00:00 GMT; 2026-05-11T08:00:00Z",
                "86400; 2026-05-12T08:00:00Z",
                "86401; 2026-05-12T08:00:00Z",
                "999999999; 2026-05-12T08:00:00Z",
            })
    void it_comes_back_when_the_remote_side_says(String when, Instant expected) {
        for (int status : new int[] {429, 503}) {
            Submission submission = rule.submission(retryAfter(status, when));

            assertThat(submission.kind()).isEqualTo(Submission.Kind.NOT_SENT);
            assertThat(reason(submission).retry().from()).contains(expected);
        }
        Submission unknown = rule.submission(retryAfter(500, when));
        assertThat(((Submission.Unknown) unknown).recheckAt()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"soon", "-5", "12345678901", "Mon, 32 May 2026 09:30:00 GMT"})
    void what_nobody_can_read_is_as_good_as_nothing(String when) {
        assertThat(rule.submission(retryAfter(503, when)).kind()).isEqualTo(Submission.Kind.UNKNOWN);
        Submission limited = rule.submission(retryAfter(429, when));
        assertThat(reason(limited).retry().from()).contains(NOW.plusSeconds(30));
    }

    @Test
    void what_is_no_answer_keeps_not_sent_and_unknown_apart() {
        Submission notSent = rule.submission(new HttpResult.NotSent("ConnectException"));
        Submission unknown = rule.submission(new HttpResult.Unknown("IOException"));

        assertThat(notSent.kind()).isEqualTo(Submission.Kind.NOT_SENT);
        assertThat(reason(notSent).text()).isEqualTo("ConnectException");
        assertThat(reason(notSent).retry()).isEqualTo(Retry.now());
        assertThat(unknown.kind()).isEqualTo(Submission.Kind.UNKNOWN);
        assertThat(((Submission.Unknown) unknown).recheckAt()).isEqualTo(NOW.plusSeconds(30));
        assertThat(rule.lookup(new HttpResult.NotSent("x")).kind()).isEqualTo(Lookup.Kind.UNAVAILABLE);
        assertThat(rule.lookup(new HttpResult.Unknown("x")).kind()).isEqualTo(Lookup.Kind.UNAVAILABLE);
    }
}
