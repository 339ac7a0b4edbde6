package io.receivables.payments.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads and changes payments in a journal: a decision is made on what is there, and made anew where somebody was faster. */
final class PaymentBook {
    private final PaymentJournal journal;

    PaymentBook(PaymentJournal journal) {
        this.journal = journal;
    }

    PaymentJournal journal() {
        return journal;
    }

    Optional<PaymentState> find(String paymentId) {
        List<PaymentEvent> events = journal.events(paymentId);
        return events.isEmpty() ? Optional.empty() : Optional.of(PaymentState.of(paymentId, events));
    }

    /**
     * The state of a payment.
     *
     * @throws PaymentDeskException if nobody asked for it
     */
    PaymentState get(String paymentId) {
        return find(paymentId)
                .orElseThrow(() -> PaymentDeskException.of(PaymentDeskProblem.UNKNOWN_PAYMENT, "id", paymentId));
    }

    /**
     * Appends what is decided on the payment as it is; nothing where nothing is decided.
     *
     * @return the payment after that
     */
    PaymentState update(String paymentId, Function<PaymentState, List<? extends PaymentEvent>> decide) {
        while (true) {
            PaymentState state = get(paymentId);
            List<? extends PaymentEvent> events = decide.apply(state);
            if (events.isEmpty()) {
                return state;
            }
            switch (journal.append(paymentId, state.version(), events)) {
                case APPENDED -> {
                    return get(paymentId);
                }
                case NAME_TAKEN ->
                    throw PaymentDeskException.of(
                            PaymentDeskProblem.REFERENCE_TAKEN,
                            "id",
                            paymentId,
                            "provider",
                            state.provider(),
                            "reference",
                            events.stream()
                                    .flatMap(event -> PaymentNames.of(event).stream())
                                    .findFirst()
                                    .orElse(""));
                case CONFLICT -> {
                    // somebody was faster: decide on what is there now
                }
            }
        }
    }

    /** Appends events if the payment is still as it was seen. */
    boolean appendTo(PaymentState seen, List<? extends PaymentEvent> events) {
        return journal.append(seen.paymentId(), seen.version(), events) == PaymentJournal.Outcome.APPENDED;
    }
}
