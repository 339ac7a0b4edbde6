package io.receivables.payments.interac;

import com.fasterxml.jackson.databind.JsonNode;
import io.receivables.payments.spi.HttpResult;
import io.receivables.payments.spi.Payer;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Submission;
import io.receivables.payments.spi.http.TransportRule;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a result means that is no success: by the transport rule, with the remote side's own code and words where it refuses. No
 * table of Interac's codes is public, so the category is that of the HTTP status and the code stays as it came.
 */
final class Refusals {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@\"'<>]+@[^\\s@\"'<>]+");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9(). -]{5,}[0-9]");
    private static final String HIDDEN = "***";
    private static final int LONGEST = 200;

    private final TransportRule rule;
    private final Function<JsonNode, JsonNode> error;

    /**
     * Refusals of a remote side.
     *
     * @param error where in the body of a refusal its {@code code} and {@code message} are
     */
    Refusals(TransportRule rule, Function<JsonNode, JsonNode> error) {
        this.rule = rule;
        this.error = error;
    }

    Submission of(HttpResult result) {
        return of(result, List.of());
    }

    /** The same where the remote side may repeat what it was told of a payer. */
    Submission of(HttpResult result, Payer payer) {
        return of(
                result,
                Stream.concat(Stream.of(payer.name()), Stream.concat(payer.email().stream(), payer.phone().stream()))
                        .toList());
    }

    private Submission of(HttpResult result, List<String> personal) {
        Submission plain = rule.submission(result);
        return plain instanceof Submission.Refused refused && result instanceof HttpResult.Answer answer
                ? Submission.refused(worded(refused.reason(), answer, personal))
                : plain;
    }

    private Reason worded(Reason plain, HttpResult.Answer answer, List<String> personal) {
        JsonNode body = Json.read(answer.body()).map(error).orElseGet(Json::object);
        String text =
                Json.text(body, "message").map(said -> scrubbed(said, personal)).orElse("");
        return Json.name(body, "code")
                .map(code -> new Reason(plain.category(), plain.retry(), "interac", code, text))
                .orElseGet(() -> new Reason(plain.category(), plain.retry(), plain.scheme(), plain.code(), text));
    }

    /** A message without what may be personal: a reason is logged and kept. */
    private static String scrubbed(String message, List<String> personal) {
        String text = message;
        for (String each : personal) {
            text = Pattern.compile(Pattern.quote(each), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(text)
                    .replaceAll(Matcher.quoteReplacement(HIDDEN));
        }
        text = ADDRESS.matcher(text).replaceAll(HIDDEN);
        text = NUMBER.matcher(text).replaceAll(HIDDEN);
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
