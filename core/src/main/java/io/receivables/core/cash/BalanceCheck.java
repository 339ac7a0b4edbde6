package io.receivables.core.cash;

import io.receivables.core.Money;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether an opening balance and the lines give the closing balance. Only booked lines count. */
public final class BalanceCheck {
    private final @Nullable Money opening;
    private final @Nullable Money closing;
    private final @Nullable Money lines;

    private BalanceCheck(@Nullable Money opening, @Nullable Money closing, @Nullable Money lines) {
        this.opening = opening;
        this.closing = closing;
        this.lines = lines;
    }

    /** The check of a statement that has both balances; its lines add up to {@code lines}. */
    public static BalanceCheck of(Money opening, Money closing, Money lines) {
        if (!opening.currency().equals(closing.currency())
                || !opening.currency().equals(lines.currency())) {
            throw new IllegalArgumentException("opening balance " + opening + ", closing balance " + closing
                    + " and lines " + lines + " are not in one currency: check them currency by currency");
        }
        return new BalanceCheck(opening, closing, lines);
    }

    /** No check: a balance is missing, or there are several currencies. */
    public static BalanceCheck notPossible() {
        return new BalanceCheck(null, null, null);
    }

    /** Whether there was something to check. */
    public boolean isPossible() {
        return opening != null;
    }

    /** Whether the figures agree; false where no check is possible. */
    public boolean holds() {
        return difference().map(Money::isZero).orElse(false);
    }

    public Optional<Money> opening() {
        return Optional.ofNullable(opening);
    }

    public Optional<Money> closing() {
        return Optional.ofNullable(closing);
    }

    /** What the booked lines add up to, credits less debits. */
    public Optional<Money> lines() {
        return Optional.ofNullable(lines);
    }

    /** Closing balance less opening balance less lines; zero when all is there. */
    public Optional<Money> difference() {
        return opening == null || closing == null || lines == null
                ? Optional.empty()
                : Optional.of(closing.minus(opening).minus(lines));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BalanceCheck that
                && Objects.equals(opening, that.opening)
                && Objects.equals(closing, that.closing)
                && Objects.equals(lines, that.lines);
    }

    @Override
    public int hashCode() {
        return Objects.hash(opening, closing, lines);
    }

    @Override
    public String toString() {
        return isPossible()
                ? "BalanceCheck[" + opening + " + " + lines + (holds() ? " = " : " != ") + closing + "]"
                : "BalanceCheck[not possible]";
    }
}
