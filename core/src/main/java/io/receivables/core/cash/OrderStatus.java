package io.receivables.core.cash;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of an order that was sent to a bank, told before anything is booked: pain.002.
 *
 * @param level whether it is about a whole message, one block of it, or one transaction
 * @param message the id of the order message
 * @param block the id of the block; empty above that level
 * @param instruction the order's instruction id; empty when not stated, or above that level
 * @param endToEnd the order's end-to-end id; empty when not stated, or above that level
 * @param status the ISO 20022 code, such as {@code ACCP} or {@code RJCT}; empty where only reasons are stated
 * @param rejection why, where a reason is stated; null for none
 */
public record OrderStatus(
        Level level,
        String message,
        String block,
        String instruction,
        String endToEnd,
        String status,
        @Nullable LineReturn rejection) {
    /** What a status is about. {@link #code()} is the pinned text. */
    public enum Level {
        /** The whole message. */
        MESSAGE("message"),
        /** One block of the message. */
        BLOCK("block"),
        /** One transaction. */
        TRANSACTION("transaction");

        private final String code;

        Level(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public OrderStatus {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(block, "block");
        Objects.requireNonNull(instruction, "instruction");
        Objects.requireNonNull(endToEnd, "endToEnd");
        Objects.requireNonNull(status, "status");
    }

    public boolean isRejected() {
        return status.equals("RJCT");
    }

    /** Why, where a reason is stated. */
    public Optional<LineReturn> reason() {
        return Optional.ofNullable(rejection);
    }
}
