package io.receivables.payments.spi.http;

import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.HttpExchange;
import io.receivables.payments.spi.HttpResult;
import io.receivables.payments.spi.Payload;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** HTTP by the JDK's own client. */
public final class JdkHttpExchange implements HttpExchange {
    private final HttpClient client;
    private final InstantSource clock;

    /**
     * HTTP by a client.
     *
     * @param client makes connections, without redirects; best with a time-out for connecting
     * @param clock to know how much time a call has left
     * @throws IllegalArgumentException if the client follows redirects: a request would be sent more than once
     */
    public JdkHttpExchange(HttpClient client, InstantSource clock) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("the client's redirects are " + client.followRedirects()
                    + ": set them to NEVER, so that a request is sent once");
        }
        this.client = client;
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public HttpResult send(HttpRequest request, CallContext call) {
        Duration left = call.left(clock.instant());
        if (left.isZero()) {
            return new HttpResult.NotSent("no time was left");
        }
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, info -> new LimitedBody(HttpExchange.MOST_BYTES));
        try {
            HttpResponse<byte[]> response = answer.get(left.toNanos(), TimeUnit.NANOSECONDS);
            return new HttpResult.Answer(response.statusCode(), response.headers(), Payload.of(response.body()));
        } catch (ExecutionException e) {
            return failed(e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new HttpResult.Unknown("no answer within " + left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.cancel(true);
            return new HttpResult.Unknown("interrupted");
        }
    }

    /** What fails while a connection is made has sent nothing; anything else may have. */
    private static HttpResult failed(@Nullable Throwable cause) {
        boolean isBefore = cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLHandshakeException;
        // the message of a failure may repeat the address, with what is secret in it
        String why = cause == null ? "failed" : cause.getClass().getSimpleName();
        return isBefore ? new HttpResult.NotSent(why) : new HttpResult.Unknown(why);
    }
}
