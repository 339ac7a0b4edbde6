package io.receivables.payments.interac.fake;

import java.util.Map;

/**
 * A message to the seller of what became of a request.
 *
 * @param headers by name
 * @param body for the public API a JSON object, for a bank a signed token
 */
public record FakeNotification(Map<String, String> headers, String body) {
    public FakeNotification {
        headers = Map.copyOf(headers);
    }
}
