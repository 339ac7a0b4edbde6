package io.receivables.payments.tck;

import io.receivables.payments.spi.InboundMessage;
import io.receivables.payments.spi.Payload;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands behind a provider in a test, such as a fake server of the author's: what it holds, and what can be made to
 * happen there. Each check begins new ones. Several threads may use it at once.
 *
 * <p>All but {@link #payments()} may be left out; the rules that need what is left out are skipped.
 */
public interface RemoteSide extends AutoCloseable {
    /** Where it listens, such as {@code http://127.0.0.1:40123}; empty where the rail has no HTTP. */
    default Optional<URI> address() {
        return Optional.empty();
    }

    /** All payments that it has, oldest first, whatever became of them. */
    List<RemotePayment> payments();

    /** Whether {@link #payments()} knows what was asked for; {@code false} where nobody but the payer is told. */
    default boolean keepsPayments() {
        return true;
    }

    /** What can be made to happen. */
    default Set<Happening> happenings() {
        return Set.of();
    }

    /**
     * Makes something happen to a payment, at once.
     *
     * @param what one of {@link #happenings()}
     * @param providerRef one of {@link #payments()}
     */
    default void happen(Happening what, String providerRef) {
        throw new UnsupportedOperationException(what + " is not among the happenings of this remote side");
    }

    /** Has it refuse the next payment for a reason of its own. The code that it answers with; empty where it cannot. */
    default Optional<String> refuseNext() {
        return Optional.empty();
    }

    /** The messages that it sent so far of what happened, oldest first; none where it sends none. */
    default List<InboundMessage> messages() {
        return List.of();
    }

    /** One message of all that {@link #messages()} tell; empty where a message never tells of more than one thing. */
    default Optional<InboundMessage> allInOne() {
        return Optional.empty();
    }

    /** A message with any body, signed as its own are and sent now; empty where this is not built. */
    default Optional<InboundMessage> signed(Payload body) {
        return Optional.empty();
    }

    /** Ends it. */
    @Override
    default void close() {}
}
