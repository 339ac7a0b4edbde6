package io.receivables.payments.spi;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * A key, password or token. It is asked for whenever it is needed, so that it may be changed without a restart, and shows
 * itself to nobody who does not say {@link #reveal()}.
 */
public final class Secret {
    private final Supplier<String> source;

    private Secret(Supplier<String> source) {
        this.source = Objects.requireNonNull(source, "source");
    }

    public static Secret of(String value) {
        Objects.requireNonNull(value, "value");
        return new Secret(() -> value);
    }

    /** A secret that is kept elsewhere. */
    public static Secret from(Supplier<String> source) {
        return new Secret(source);
    }

    public String reveal() {
        return Objects.requireNonNull(source.get(), "the source of a secret gave none");
    }

    @Override
    public String toString() {
        return "Secret[***]";
    }
}
