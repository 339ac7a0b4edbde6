package io.receivables.payments.spi;

import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What a provider takes from its host in place of the machine's clock, chance and network, so that a test decides about all
 * of them. There is no log: what a host is to know is in what a call answers.
 *
 * @param clock what time it is
 * @param ids makes names that are never made twice, of letters, digits and hyphens, at most 36 characters
 * @param http how HTTP requests are sent
 */
public record ProviderRuntime(InstantSource clock, Supplier<String> ids, HttpExchange http) {
    public ProviderRuntime {
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(ids, "ids");
        Objects.requireNonNull(http, "http");
    }
}
