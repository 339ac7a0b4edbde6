package io.receivables.payments.tck;

import java.net.URI;
import java.util.Objects;

/**
 * A request that a provider sent by the {@link io.receivables.payments.spi.HttpExchange} it was given.
 *
 * @param number from 1 since the fault was put in or the gateway was made well
 * @param uri whole, as the provider wrote it
 * @param size of the body in bytes; below zero where that is not known beforehand
 */
public record SentRequest(int number, String method, URI uri, long size) {
    public SentRequest {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(uri, "uri");
    }

    /** Whether this may be the other one, sent again. */
    boolean isLike(SentRequest other) {
        return method.equals(other.method) && uri.getPath().equals(other.uri.getPath()) && size == other.size;
    }
}
