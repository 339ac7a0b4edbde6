package io.receivables.payments.spi;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Objects;

/**
 * A message that came in over a way that anybody may write to, such as a webhook.
 *
 * @param headers the names in any case, with all their values
 * @param body exactly as it came
 * @param receivedAt when it came
 */
public record InboundMessage(HttpHeaders headers, Payload body, Instant receivedAt) {
    public InboundMessage {
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(receivedAt, "receivedAt");
    }

    /** Headers often hold tokens and signatures: their names are shown, their values are not. */
    @Override
    public String toString() {
        return "InboundMessage[" + headers.map().keySet() + ", " + body + ", " + receivedAt + "]";
    }
}
