package io.receivables.payments.desk;

import io.receivables.payments.desk.PaymentEvent.Acknowledged;
import io.receivables.payments.desk.PaymentEvent.Observed;
import io.receivables.payments.desk.PaymentJournal.Unclaimed;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.PayerAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes what was observed to the payment that it is of. What is nobody's so far is kept: a message may be faster than the
 * answer of the call that it is about, and money that nobody asked for is somebody's.
 */
final class Intake {
    private final PaymentBook book;
    private final PaymentProviders providers;
    private final Agenda agenda;
    private final PaymentDeskOptions options;

    Intake(PaymentBook book, PaymentProviders providers, PaymentDeskOptions options) {
        this.book = book;
        this.providers = providers;
        this.agenda = new Agenda(options);
        this.options = options;
    }

    /**
     * Takes an observation.
     *
     * @return the payment that it is of; empty where it is nobody's so far
     */
    Optional<String> take(String provider, Observation observation) {
        Optional<String> owner = owner(provider, observation);
        if (owner.isPresent()) {
            takeTo(owner.get(), observation);
            return owner;
        }
        if (isHint(observation)) {
            // anybody may have made it up, and what it is about is looked up in time anyway
            return Optional.empty();
        }
        Unclaimed unclaimed = new Unclaimed(provider, observation);
        book.journal().keep(unclaimed);
        // its reference may have become known after the question above and before it was kept
        Optional<String> late = owner(provider, observation);
        late.ifPresent(paymentId -> claim(paymentId, unclaimed));
        return late;
    }

    private Optional<String> owner(String provider, Observation observation) {
        return book.journal()
                .paymentOf(provider, observation.providerRef())
                .or(() -> observation.key().flatMap(key -> book.journal().paymentOf(provider, key)));
    }

    private static boolean isHint(Observation observation) {
        return observation.trust() == Observation.Trust.HINT;
    }

    /** Takes an observation to the payment that it is known to be of. */
    void takeTo(String paymentId, Observation observation) {
        if (isHint(observation)) {
            book.journal().plan(paymentId, Optional.of(options.now()));
            return;
        }
        PaymentState before = book.get(paymentId);
        PaymentState after = book.update(paymentId, state -> news(state, observation));
        if (after.version() > before.version()) {
            book.journal().plan(paymentId, agenda.next(after, providers.get(after.provider())));
        }
    }

    private List<Observed> news(PaymentState state, Observation observation) {
        return state.knows(observation) ? List.of() : List.of(new Observed(observation, options.now()));
    }

    /** Takes to their payments what was kept while they were not known; a crash may have left some. */
    void claim(int most) {
        for (Unclaimed unclaimed : book.journal().unclaimed(most)) {
            owner(unclaimed.provider(), unclaimed.observation()).ifPresent(paymentId -> claim(paymentId, unclaimed));
        }
    }

    private void claim(String paymentId, Unclaimed unclaimed) {
        takeTo(paymentId, unclaimed.observation());
        book.journal().drop(unclaimed);
    }

    /**
     * Notes that the provider has a payment, and takes to it what was kept for its reference.
     *
     * @param by who found that out; empty for the provider itself
     */
    void acknowledge(String paymentId, Observation observation, @Nullable PayerAction action, String by) {
        PaymentState state = book.update(paymentId, before -> acknowledgement(before, observation, action, by));
        book.journal()
                .unclaimed(state.provider(), observation.providerRef())
                .forEach(unclaimed -> claim(paymentId, unclaimed));
    }

    private List<PaymentEvent> acknowledgement(
            PaymentState before, Observation observation, @Nullable PayerAction action, String by) {
        List<PaymentEvent> events = new ArrayList<>();
        boolean isNews = !before.providerRefs().contains(observation.providerRef())
                || (action != null && !before.payerAction().equals(Optional.of(action)));
        if (isNews) {
            events.add(new Acknowledged(observation.providerRef(), action, by, options.now()));
        }
        if (!isHint(observation)) {
            events.addAll(news(before, observation));
        }
        return events;
    }
}
