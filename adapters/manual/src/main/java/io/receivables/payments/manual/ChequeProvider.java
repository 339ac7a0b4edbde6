package io.receivables.payments.manual;

import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.payments.manual.Cheque.Happening;
import io.receivables.payments.manual.ChequeFact.Expected;
import io.receivables.payments.manual.ChequeFact.Passed;
import io.receivables.payments.manual.ChequeFact.Returned;
import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.Capabilities;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.ObservationPage;
import io.receivables.payments.spi.PaymentFact;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Reason.Category;
import io.receivables.payments.spi.Retry;
import io.receivables.payments.spi.Submission;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Payment by cheque. The payer is told to whom and where to send it; the office tells what becomes of it by {@link #tell};
 * time does the rest. {@link ChequeTable} has the rules.
 *
 * <p><b>When it is money.</b> A cheque that came or was deposited is {@link PaymentFact#PAYER_ACCEPTED}, which is none. Once
 * the configured hold is over it is {@link PaymentFact#SETTLED}, with that day as value date, or {@link
 * PaymentFact#PARTIALLY_SETTLED} where the cheque is for less than was asked for. The bank may still return it: before that
 * day it is {@link PaymentFact#FAILED}, since no money had come in, and after it {@link PaymentFact#RETURNED} with the
 * amount; either way with the bank's reason and what it charged. {@link Capabilities#reversibleFor()} is the window that the
 * configuration gives.
 *
 * <p>A payment is known by the key that it was asked for with, to the office and as {@link Observation#providerRef()}. It has
 * one cheque: another one, after a return, is for another payment.
 */
public final class ChequeProvider implements PaymentProvider {
    /** For so long after a call was made it may still be under way. */
    private static final Duration UNDER_WAY = Duration.ofHours(1);

    private final Demands demands;
    private final ChequeTerms terms;
    private final InstantSource clock;
    private final ChequeBook book;

    ChequeProvider(Demands demands, ChequeTerms terms, ChequeRegister register, InstantSource clock) {
        this.demands = demands;
        this.terms = terms;
        this.clock = clock;
        this.book = new ChequeBook(register, terms, clock);
    }

    @Override
    public Capabilities capabilities() {
        return demands.capabilities();
    }

    // ---- the office

    /**
     * Tells what happened to the cheque of a payment. The same told again is told once.
     *
     * @return why it was not recorded; empty where it was
     * @throws IllegalArgumentException if it is not for the office to tell: what the payer was asked for, what time did
     * @throws UncheckedIOException if the register does not say whether it has the fact: tell it again
     */
    public Optional<Problem> tell(ChequeFact fact) {
        if (fact instanceof Expected || fact instanceof Passed) {
            throw new IllegalArgumentException(
                    "fact " + fact.trigger().code() + " of " + fact.payment() + " is written by the provider itself");
        }
        synchronized (book) {
            book.refresh();
            return book.tell(fact);
        }
    }

    /** Where the cheque of a payment stands now. */
    public ChequeState state(String payment) {
        synchronized (book) {
            book.refresh();
            return book.cheque(payment).state();
        }
    }

    // ---- the host

    @Override
    public Submission initiate(CollectCommand command, CallContext call) {
        Optional<Reason> against = demands.against(command, call);
        if (against.isPresent()) {
            return Submission.refused(against.get());
        }
        Instant now = clock.instant();
        if (call.left(now).isZero()) {
            return Submission.notSent(
                    Reason.of(Category.UNSPECIFIED, Retry.now(), "the deadline was over before anything was written"));
        }
        synchronized (book) {
            try {
                book.refresh();
            } catch (UncheckedIOException e) {
                return Submission.notSent(down(e));
            }
            try {
                return asked(command, call.key());
            } catch (UncheckedIOException e) {
                return Submission.unknown(down(e), now);
            }
        }
    }

    private Submission asked(CollectCommand command, String key) {
        Optional<Expected> earlier = book.cheque(key).asked();
        Expected asked = new Expected(
                key,
                earlier.map(ChequeFact::on).orElse(book.today()),
                command.paymentId(),
                command.amount(),
                ReferenceForm.of(command, key));
        if (earlier.filter(before -> !before.equals(asked)).isPresent()) {
            return Submission.refused(Reason.of(
                    Category.DUPLICATE, Retry.of(Retry.Kind.AFTER_DATA), "another payment was asked for by this key"));
        }
        Optional<Problem> problem = book.tell(asked);
        if (problem.isPresent()) {
            return asked(command, key); // somebody else asked by this key meanwhile
        }
        return Submission.acknowledged(observed(book.cheque(key))).with(terms.send(asked.reference()));
    }

    @Override
    public Lookup find(LookupKey key, CallContext call) {
        String payment = key.providerRef().orElse(key.key());
        synchronized (book) {
            try {
                book.refresh();
            } catch (UncheckedIOException e) {
                return Lookup.unavailable(down(e));
            }
            Cheque cheque = book.cheque(payment);
            return cheque.asked().<Lookup>map(asked -> found(cheque, asked)).orElseGet(() -> absent(key));
        }
    }

    private Lookup found(Cheque cheque, Expected asked) {
        List<Observation> all = cheque.happenings().stream()
                .filter(happening -> happening.says().isPresent())
                .map(this::observation)
                .toList();
        int last = all.size() - 1;
        List<Observation> money = all.subList(0, last).stream()
                .filter(seen -> seen.fact().isMoneyIn() || seen.fact().isMoneyBack())
                .toList();
        return Lookup.found(all.get(last)).after(money).with(terms.send(asked.reference()));
    }

    /** The register is the only place where it could be: it is not there for good once no call can be under way. */
    private Lookup absent(LookupKey key) {
        Instant now = clock.instant();
        return key.lastTry()
                .map(tried -> tried.plus(UNDER_WAY))
                .filter(over -> !over.isAfter(now))
                .map(over -> Lookup.absentForGood())
                .orElseGet(() -> Lookup.absentSoFar(key.lastTry().orElse(now).plus(UNDER_WAY)));
    }

    /**
     * What happened since. What time did is written down first, so that it has its place in the register for good.
     *
     * @param cursor how many entries of the register were seen
     */
    @Override
    public ObservationPage poll(String cursor, int most, CallContext call) {
        synchronized (book) {
            try {
                book.refresh();
                book.passTime();
            } catch (UncheckedIOException e) {
                return ObservationPage.unavailable(cursor, down(e));
            }
            int from = place(cursor);
            if (from < 0 || from > book.happenings().size()) {
                return ObservationPage.unavailable(
                        cursor,
                        Reason.of(
                                Category.FORMAT,
                                Retry.never(),
                                "the cursor is no place in this register: begin with an empty one"));
            }
            return page(from, most);
        }
    }

    private static int place(String cursor) {
        return cursor.isEmpty() ? 0 : cursor.matches("[0-9]{1,9}") ? Integer.parseInt(cursor) : -1;
    }

    private ObservationPage page(int from, int most) {
        List<Happening> happenings = book.happenings();
        List<Observation> observations = new ArrayList<>();
        int place = from;
        while (place < happenings.size() && observations.size() < most) {
            Happening happening = happenings.get(place);
            if (happening.says().isPresent()) {
                observations.add(observation(happening));
            }
            place++;
        }
        return ObservationPage.of(observations, Integer.toString(place), place == happenings.size());
    }

    // ---- observations

    private Observation observed(Cheque cheque) {
        return observation(cheque.last().orElseThrow());
    }

    private Observation observation(Happening happening) {
        ChequeFact fact = happening.fact();
        Cheque cheque = book.cheque(fact.payment());
        PaymentFact says = said(happening, cheque);
        Observation.Builder seen = Observation.of(says, fact.payment())
                .event(fact.payment() + ":" + fact.trigger().code())
                .askedBy(fact.payment())
                .raw(happening.row().next().code(), happening.row().rule().id())
                .occurredAt(terms.start(fact.on()))
                .seenAt(clock.instant());
        if (says.isMoneyIn() || says.isMoneyBack()) {
            seen.amount(written(cheque)).valueOn(fact.on());
        }
        reason(happening).ifPresent(seen::because);
        charged(fact).ifPresent(seen::fee);
        return seen.build();
    }

    /** A cheque for less than was asked for settles a part. */
    private static PaymentFact said(Happening happening, Cheque cheque) {
        PaymentFact says = happening.says().orElseThrow();
        return says == PaymentFact.SETTLED && written(cheque).compareTo(asked(cheque)) < 0
                ? PaymentFact.PARTIALLY_SETTLED
                : says;
    }

    private static Optional<Reason> reason(Happening happening) {
        if (happening.fact() instanceof Returned returned) {
            return Optional.of(returned.reason().reason());
        }
        return happening.row().next() == ChequeState.STALE
                ? Optional.of(ChequeReturn.STALE.reason())
                : Optional.empty();
    }

    private static Optional<Money> charged(ChequeFact fact) {
        return fact instanceof Returned returned ? returned.fee() : Optional.empty();
    }

    private static Money written(Cheque cheque) {
        return cheque.received().orElseThrow().amount();
    }

    private static Money asked(Cheque cheque) {
        return cheque.asked().orElseThrow().amount();
    }

    private static Reason down(UncheckedIOException e) {
        return Reason.of(Category.PROVIDER_DOWN, Retry.now(), "the register of cheques: " + e.getMessage());
    }

    /** Holds nothing: the register is whose it is. */
    @Override
    public void close() {}
}
