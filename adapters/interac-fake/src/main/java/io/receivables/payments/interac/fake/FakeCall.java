package io.receivables.payments.interac.fake;

import java.util.Map;

/**
 * A call that the server got. {@link #toString()} shows neither headers nor body: they hold tokens and people.
 *
 * @param operation what it asked for
 * @param method the HTTP method
 * @param path with the query, as it came
 * @param headers by name in lower case; the first value of each
 * @param body as it came
 * @param status what it was answered with; 0 for a call that got no answer
 */
public record FakeCall(
        FakeOperation operation, String method, String path, Map<String, String> headers, String body, int status) {
    public FakeCall {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "FakeCall[" + method + " " + path + ", " + status + "]";
    }
}
