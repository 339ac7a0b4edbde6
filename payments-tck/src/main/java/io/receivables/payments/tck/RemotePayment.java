package io.receivables.payments.tck;

import io.receivables.core.Money;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payment as the remote side has it, whatever the provider thinks of it. What is not said counts as not known, and the
 * rules that need it are skipped; the numbers count from zero.
 */
public final class RemotePayment {
    private final String providerRef;
    private final Money amount;
    private final @Nullable Instant expiresAt;
    private final @Nullable Instant changedAt;
    private final @Nullable Money paid;
    private final int cancellations;
    private final int reminders;
    private final int refunds;

    private RemotePayment(String providerRef, Money amount, Counts counts, Times times, @Nullable Money paid) {
        this.providerRef = Objects.requireNonNull(providerRef, "providerRef");
        this.amount = Objects.requireNonNull(amount, "amount");
        this.cancellations = counts.cancellations;
        this.reminders = counts.reminders;
        this.refunds = counts.refunds;
        this.expiresAt = times.expiresAt;
        this.changedAt = times.changedAt;
        this.paid = paid;
    }

    private record Counts(int cancellations, int reminders, int refunds) {}

    private record Times(
            @Nullable Instant expiresAt, @Nullable Instant changedAt) {}

    /**
     * A payment of which nothing more is known.
     *
     * @param providerRef the remote side's name of it
     * @param amount what is asked for, as the remote side has it
     */
    public static RemotePayment of(String providerRef, Money amount) {
        return new RemotePayment(providerRef, amount, new Counts(0, 0, 0), new Times(null, null), null);
    }

    /** This payment with the time at which the remote side ends it. */
    public RemotePayment expiresAt(Instant at) {
        return new RemotePayment(providerRef, amount, counts(), new Times(at, changedAt), paid);
    }

    /** This payment with the time at which its status changed last, where the remote side tells it to providers. */
    public RemotePayment changedAt(Instant at) {
        return new RemotePayment(providerRef, amount, counts(), new Times(expiresAt, at), paid);
    }

    /** This payment with what came in so far. */
    public RemotePayment paid(Money paid) {
        return new RemotePayment(providerRef, amount, counts(), times(), paid);
    }

    /** This payment with how often it was cancelled on the host's word. */
    public RemotePayment cancelled(int times) {
        return new RemotePayment(providerRef, amount, new Counts(times, reminders, refunds), times(), paid);
    }

    /** This payment with how often the payer was reminded on the host's word. */
    public RemotePayment reminded(int times) {
        return new RemotePayment(providerRef, amount, new Counts(cancellations, times, refunds), times(), paid);
    }

    /** This payment with how many refunds were made of it. */
    public RemotePayment refunded(int times) {
        return new RemotePayment(providerRef, amount, new Counts(cancellations, reminders, times), times(), paid);
    }

    private Counts counts() {
        return new Counts(cancellations, reminders, refunds);
    }

    private Times times() {
        return new Times(expiresAt, changedAt);
    }

    public String providerRef() {
        return providerRef;
    }

    /** What is asked for. */
    public Money amount() {
        return amount;
    }

    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    public Optional<Instant> changedAt() {
        return Optional.ofNullable(changedAt);
    }

    /** What came in so far. */
    public Optional<Money> paid() {
        return Optional.ofNullable(paid);
    }

    public int cancellations() {
        return cancellations;
    }

    public int reminders() {
        return reminders;
    }

    public int refunds() {
        return refunds;
    }

    @Override
    public String toString() {
        return "RemotePayment[" + providerRef + ", " + amount + ", cancelled " + cancellations + " times, reminded "
                + reminders + " times, refunded " + refunds + " times]";
    }
}
