package io.receivables.payments.spi;

import io.receivables.core.Money;

/**
 * One way to be paid, over one account with one provider. It asks the remote side and reports what it saw; what that means
 * for an invoice is decided elsewhere. The rules that an implementation keeps are numbered in the module's SPEC.md.
 *
 * <p>All methods may be called by several threads at once. They block, and return before {@link CallContext#deadline()}. None of
 * them sleeps, or tries again what may have had an effect: whoever calls decides about that. What goes wrong comes back as a
 * value, never as an exception; an exception is a bug of the provider, and is taken as {@link Submission.Unknown}.
 *
 * <p>What {@link #capabilities()} does not name need not be implemented.
 */
public interface PaymentProvider extends AutoCloseable {
    /** What can be asked of this provider; the same for as long as it lives. */
    Capabilities capabilities();

    /**
     * Asks the payer for money, or prepares what the payer needs in order to pay. Called again with the same {@link
     * CallContext#key()}, it leads to the same payment at the provider and never to a second one.
     */
    Submission initiate(CollectCommand command, CallContext call);

    /**
     * What became of a payment. Needed after every {@link Submission.Unknown}, therefore never left out unless {@link
     * Capabilities#idempotency()} is {@link Idempotency.Mode#NONE}.
     */
    Lookup find(LookupKey key, CallContext call);

    /**
     * Takes a request back. That the payer was faster is no error: {@link Submission.TooLate} says so.
     *
     * @param providerRef the provider's name of the payment
     * @param reason for the payer to read; may be empty
     */
    default Submission cancel(String providerRef, String reason, CallContext call) {
        return Submission.unsupported(Operation.CANCEL);
    }

    /**
     * Changes a request that is not paid.
     *
     * @param command the request as it shall be, whole
     */
    default Submission amend(String providerRef, CollectCommand command, CallContext call) {
        return Submission.unsupported(Operation.AMEND);
    }

    /** Has the provider remind the payer. */
    default Submission remind(String providerRef, CallContext call) {
        return Submission.unsupported(Operation.REMIND);
    }

    /** Gives money back to the payer, at most what was settled. */
    default Submission refund(String providerRef, Money amount, CallContext call) {
        return Submission.unsupported(Operation.REFUND);
    }

    /**
     * Reads a message that came in, such as a webhook. First whether it is genuine, then what it says. Asks nobody: a message
     * that cannot be trusted without asking gives observations of {@link Observation.Trust#HINT}.
     */
    default Reception receive(InboundMessage message) {
        return Reception.rejected(Reception.Why.UNSUPPORTED);
    }

    /**
     * What happened since a place in the provider's history, oldest first. The fallback for messages that are lost: the same
     * observation may come here and by a message, and again after a crash.
     *
     * @param cursor {@link ObservationPage#next()} of the page before; empty for the beginning
     * @param most how many observations to give at most, 1 or more
     */
    default ObservationPage poll(String cursor, int most, CallContext call) {
        return ObservationPage.nothingAfter(cursor);
    }

    /** Ends what the provider holds. Harmless when called twice. */
    @Override
    default void close() {}
}
