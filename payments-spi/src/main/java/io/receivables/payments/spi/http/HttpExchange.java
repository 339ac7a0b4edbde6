package io.receivables.payments.spi.http;

import io.receivables.payments.spi.Call;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.InstantSource;

/**
 * How a provider sends HTTP requests. An implementation sends a request once, never follows a redirect with a body, answers
 * before the call's deadline, and tells {@link HttpResult.NotSent} from {@link HttpResult.Unknown} with care: in doubt it is
 * the latter.
 */
@FunctionalInterface
public interface HttpExchange {
    /** The most bytes of an answer that are taken; of one that is longer nothing is known. */
    int MOST_BYTES = 8 * 1024 * 1024;

    HttpResult send(HttpRequest request, Call call);

    /**
     * By the JDK's own client.
     *
     * @param client makes connections; best without redirects, and with a time-out for connecting
     * @param clock to know how much time a call has left
     */
    static HttpExchange on(HttpClient client, InstantSource clock) {
        return new JdkHttpExchange(client, clock);
    }
}
