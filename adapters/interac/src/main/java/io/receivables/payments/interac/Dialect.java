package io.receivables.payments.interac;

import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.InboundMessage;
import io.receivables.payments.spi.ObservationPage;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Reception;
import io.receivables.payments.spi.Submission;
import java.util.Optional;

/**
 * How one remote side is spoken to. What its answers mean for a payment is decided by {@link MoneyRequest} and {@link
 * InteracProvider}, which are the same for all.
 */
interface Dialect {
    /** Why a command cannot be said in this dialect; empty where it can. */
    Optional<Reason> wrong(CollectCommand command);

    /** The request that was asked for by a key. */
    Reading byKey(String key, CallContext call);

    /** The request that the remote side calls so. */
    Reading byReference(String reference, CallContext call);

    /** Makes a request. Nobody looks whether there is one. */
    Submission create(CollectCommand command, CallContext call);

    /** Takes an open request back. */
    Submission cancel(MoneyRequest request, String reason, CallContext call);

    /** Changes an open request. */
    default Submission amend(MoneyRequest request, CollectCommand command, CallContext call) {
        return Submission.unsupported(Operation.AMEND);
    }

    /** Tells the payer again of an open request. */
    default Submission remind(MoneyRequest request, CallContext call) {
        return Submission.unsupported(Operation.REMIND);
    }

    Reception receive(InboundMessage message);

    default ObservationPage poll(String cursor, int most, CallContext call) {
        return ObservationPage.nothingAfter(cursor);
    }
}
