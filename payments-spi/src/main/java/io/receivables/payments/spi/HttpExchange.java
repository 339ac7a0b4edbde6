package io.receivables.payments.spi;

import java.net.http.HttpRequest;

/**
 * How a provider sends HTTP requests. An implementation sends a request once, never follows a redirect with a body, answers
 * before the call's deadline, and tells {@link HttpResult.NotSent} from {@link HttpResult.Unknown} with care: in doubt it is
 * the latter.
 */
@FunctionalInterface
public interface HttpExchange {
    /** The most bytes of an answer that are taken; of one that is longer nothing is known. */
    int MOST_BYTES = 8 * 1024 * 1024;

    HttpResult send(HttpRequest request, CallContext call);
}
