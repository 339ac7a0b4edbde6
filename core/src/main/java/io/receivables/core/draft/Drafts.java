package io.receivables.core.draft;

import io.receivables.core.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the drafts share when they turn into facts. */
final class Drafts {
    private Drafts() {}

    /**
     * A component that a fact cannot do without.
     *
     * @throws NullPointerException if it is missing
     */
    static <T> T required(@Nullable T value, String component) {
        if (value == null) {
            throw new NullPointerException(component + " is missing: give it, or validate the draft first");
        }
        return value;
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static <T> T orElse(@Nullable T value, T other) {
        return value == null ? other : value;
    }

    static Money money(@Nullable BigDecimal amount, @Nullable String currency) {
        return Money.of(required(amount, "amount"), Money.currency(required(currency, "currency")));
    }
}
