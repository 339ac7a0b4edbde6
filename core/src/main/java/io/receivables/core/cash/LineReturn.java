package io.receivables.core.cash;

import java.util.Objects;

/**
 * That a booking gives back an earlier one.
 *
 * @param reason why, as far as the code is known
 * @param text what the bank or the payer says of it; empty when nothing
 */
public record LineReturn(ReturnReason reason, String text) {
    public LineReturn {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(text, "text");
    }

    public static LineReturn because(ReturnReason reason) {
        return new LineReturn(reason, "");
    }
}
