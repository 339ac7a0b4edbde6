package io.receivables.payments.spi;

import io.receivables.payments.spi.http.HttpExchange;
import java.lang.System.Logger;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What a provider takes from its host in place of the machine's clock, chance, network and log: so that a test decides about
 * all of them.
 *
 * @param clock what time it is
 * @param ids makes names that are never made twice, of letters, digits and hyphens, at most 36 characters
 * @param http how HTTP requests are sent
 * @param log for who runs the system; secrets and personal data never go there
 */
public record ProviderRuntime(InstantSource clock, Supplier<String> ids, HttpExchange http, Logger log) {
    public ProviderRuntime {
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(ids, "ids");
        Objects.requireNonNull(http, "http");
        Objects.requireNonNull(log, "log");
    }
}
