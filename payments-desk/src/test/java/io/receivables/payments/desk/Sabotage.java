package io.receivables.payments.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Mistakes made on purpose, each of which the simulation must notice. */
enum Sabotage {
    NONE,
    /** The journal lets both of two that decided on one version append. */
    NO_VERSIONS,
    /** A first event does not make its payment due. */
    NOT_DUE,
    /** The journal forgets the trace of a try that did not come back. */
    TRIES_NOT_KEPT,
    /** The reader of what was settled misses a page now and then. */
    PAGES_SKIPPED,
    /** The provider finds what happened last and not what happened before. */
    LAST_ONLY,
    /** The provider gives what it tells another name each time. */
    NAMES_CHANGE,
    /** The provider says of what is late that it never came. */
    ABSENT_TOO_SOON;

    PaymentJournal journal(PaymentJournal kept, BooleanSupplier ends, Runnable others) {
        return new CrashingJournal(kept, ends, others) {
            @Override
            public Outcome append(String paymentId, int expectedVersion, List<? extends PaymentEvent> events) {
                if (Sabotage.this != NO_VERSIONS || expectedVersion == 0) {
                    return appended(super.append(paymentId, expectedVersion, events), paymentId, expectedVersion);
                }
                others.run();
                return kept.append(paymentId, kept.events(paymentId).size(), events);
            }

            private Outcome appended(Outcome outcome, String paymentId, int expectedVersion) {
                if (Sabotage.this == NOT_DUE && expectedVersion == 0) {
                    kept.plan(paymentId, Optional.empty());
                }
                return outcome;
            }

            @Override
            public List<PaymentEvent> events(String paymentId) {
                List<PaymentEvent> events = super.events(paymentId);
                return Sabotage.this == TRIES_NOT_KEPT ? forgetful(events) : events;
            }
        };
    }

    /** An open try reads as one that certainly came to nothing. */
    private static List<PaymentEvent> forgetful(List<PaymentEvent> events) {
        List<PaymentEvent> forgotten = new ArrayList<>(events);
        forgotten.replaceAll(event -> event.kind() == PaymentEvent.Kind.TRIED && event == events.get(events.size() - 1)
                ? new PaymentEvent.Absent("", event.at())
                : event);
        return forgotten;
    }
}
