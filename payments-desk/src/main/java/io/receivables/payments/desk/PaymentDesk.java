package io.receivables.payments.desk;

import io.receivables.core.Fact;
import io.receivables.core.Money;
import io.receivables.payments.desk.PaymentEvent.Absent;
import io.receivables.payments.desk.PaymentEvent.Acknowledged;
import io.receivables.payments.desk.PaymentEvent.ErrandAsked;
import io.receivables.payments.desk.PaymentEvent.Requested;
import io.receivables.payments.desk.PaymentJournal.Entry;
import io.receivables.payments.desk.PaymentJournal.Outcome;
import io.receivables.payments.desk.PaymentJournal.Unclaimed;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.InboundMessage;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.Reception;
import io.receivables.payments.spi.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks for payments and keeps what becomes of them. Any number of desks, in any number of processes, may work on one journal.
 *
 * <p>A payment is named by its command's {@link CollectCommand#paymentId()}. That name also names its payment in the ledger:
 * the facts of {@link #settledSince} are {@code id}, {@code id#2} for a second part, {@code id/1} for an allocation.
 */
public final class PaymentDesk {
    private final PaymentBook book;
    private final PaymentProviders providers;
    private final PaymentDeskOptions options;
    private final Worker worker;

    private PaymentDesk(PaymentJournal journal, PaymentProviders providers, PaymentDeskOptions options) {
        this.book = new PaymentBook(journal);
        this.providers = providers;
        this.options = options;
        this.worker = new Worker(book, providers, options);
    }

    /** A desk. The providers stay the host's to close. */
    public static PaymentDesk with(PaymentJournal journal, PaymentProviders providers, PaymentDeskOptions options) {
        return new PaymentDesk(journal, providers, options);
    }

    /**
     * Asks for a payment, once: the request is written down first and sent then. Called again with the same command it gives
     * the payment as it is.
     *
     * @param provider the name of the provider to ask by
     * @return the payment after a first try to send it; where that did not succeed, {@link #work} goes on
     * @throws PaymentDeskException if there is no such provider, if the payment was asked for with other contents, or if the
     *     same provider asks for one of the items already by another payment that is live
     */
    public PaymentState request(String provider, CollectCommand command) {
        PaymentProvider chosen = providers.get(provider);
        String paymentId = command.paymentId();
        if (book.find(paymentId).isEmpty()) {
            checkNotAskedFor(provider, command);
            String key = Keys.ofPayment(provider, chosen.capabilities(), paymentId);
            Requested requested = new Requested(provider, command, key, options.now());
            if (book.journal().append(paymentId, 0, List.of(requested)) == Outcome.NAME_TAKEN) {
                throw PaymentDeskException.of(
                        PaymentDeskProblem.REFERENCE_TAKEN, "id", paymentId, "provider", provider, "reference", key);
            }
        }
        PaymentState known = book.get(paymentId);
        if (!known.provider().equals(provider) || !known.command().equals(command)) {
            throw PaymentDeskException.of(PaymentDeskProblem.OTHER_REQUEST, "id", paymentId);
        }
        worker.takeIfDue(paymentId);
        return book.get(paymentId);
    }

    /** Two live requests for one item would be paid twice by a diligent payer. */
    private void checkNotAskedFor(String provider, CollectCommand command) {
        for (Share share : command.shares()) {
            live(provider, share, command.paymentId()).ifPresent(other -> {
                throw PaymentDeskException.of(
                        PaymentDeskProblem.ASKED_ALREADY,
                        "item",
                        share.documentId() + "/" + share.instalment(),
                        "other",
                        other.paymentId(),
                        "stage",
                        other.stage().code());
            });
        }
    }

    /** Another live payment; another desk may just have written down this one. */
    private Optional<PaymentState> live(String provider, Share share, String paymentId) {
        return payments(share.documentId(), share.instalment()).stream()
                .filter(other -> !other.paymentId().equals(paymentId))
                .filter(other ->
                        other.provider().equals(provider) && other.stage().isLive())
                .findFirst();
    }

    /** The payments that ask for an item, by id. */
    public List<PaymentState> payments(String documentId, int instalment) {
        return book.journal().paymentsFor(documentId).stream()
                .map(book::get)
                .filter(payment -> payment.command().shares().stream()
                        .anyMatch(share -> share.documentId().equals(documentId) && share.instalment() == instalment))
                .toList();
    }

    /** All payments by id, in order, so many after one; from the beginning after an empty text. */
    public List<PaymentState> paymentsAfter(String paymentId, int most) {
        return book.journal().payments(paymentId, most).stream().map(book::get).toList();
    }

    /** A payment as it is; empty for one that nobody asked for. */
    public Optional<PaymentState> payment(String paymentId) {
        return book.find(paymentId);
    }

    /**
     * Takes a payment back: at once where it was not sent, otherwise by asking its provider. The payer may have been faster.
     *
     * @param reason for the payer to read; may be empty
     * @throws PaymentDeskException if the payment ended already, or its provider cannot do this
     */
    public PaymentState cancel(String paymentId, String reason) {
        PaymentState payment = book.get(paymentId);
        checkLive(payment, Operation.CANCEL);
        // one that was refused may be asked for again
        long before = payment.errands().stream()
                .filter(errand -> errand.errand().operation() == Operation.CANCEL && errand.isOver())
                .count();
        return run(
                payment,
                Operation.CANCEL,
                Long.toString(before),
                key -> new Errand(key, Operation.CANCEL, reason, null));
    }

    /**
     * Has the provider remind the payer, once on an occasion.
     *
     * @throws PaymentDeskException if the payment ended already, or its provider cannot do this
     */
    public PaymentState remind(String paymentId, String occasion) {
        PaymentState payment = book.get(paymentId);
        checkLive(payment, Operation.REMIND);
        return run(payment, Operation.REMIND, occasion, key -> new Errand(key, Operation.REMIND, "", null));
    }

    /**
     * Gives money back to the payer, once on an occasion.
     *
     * @throws PaymentDeskException if so much is not there to be given back, or the provider cannot do this
     */
    public PaymentState refund(String paymentId, Money amount, String occasion) {
        PaymentState payment = book.get(paymentId);
        return run(payment, Operation.REFUND, occasion, key -> new Errand(key, Operation.REFUND, "", amount));
    }

    private static void checkLive(PaymentState payment, Operation operation) {
        if (!payment.stage().isLive()) {
            throw PaymentDeskException.of(
                    PaymentDeskProblem.PAYMENT_ENDED,
                    "id",
                    payment.paymentId(),
                    "stage",
                    payment.stage().code(),
                    "operation",
                    operation.code());
        }
    }

    private PaymentState run(
            PaymentState payment, Operation operation, String occasion, Function<String, Errand> make) {
        PaymentProvider provider = providers.get(payment.provider());
        if (!provider.capabilities().can(operation)) {
            throw PaymentDeskException.of(
                    PaymentDeskProblem.OPERATION_UNSUPPORTED,
                    "provider",
                    payment.provider(),
                    "operation",
                    operation.code());
        }
        Errand errand = make.apply(Keys.ofErrand(payment, provider.capabilities(), operation, occasion));
        book.update(payment.paymentId(), state -> asked(state, errand, occasion));
        book.journal().plan(payment.paymentId(), Optional.of(options.now()));
        worker.takeIfDue(payment.paymentId());
        return book.get(payment.paymentId());
    }

    private List<ErrandAsked> asked(PaymentState state, Errand errand, String occasion) {
        Optional<ErrandState> known = state.errand(errand.key());
        if (known.isPresent()) {
            checkSame(state, known.get().errand(), errand, occasion);
            return List.of();
        }
        errand.amount().ifPresent(amount -> checkRefundable(state, amount));
        return List.of(new ErrandAsked(errand, options.now()));
    }

    private static void checkSame(PaymentState state, Errand known, Errand errand, String occasion) {
        if (!known.amount().equals(errand.amount())) {
            throw PaymentDeskException.of(
                    PaymentDeskProblem.OTHER_ERRAND,
                    "id",
                    state.paymentId(),
                    "operation",
                    errand.operation().code(),
                    "occasion",
                    occasion);
        }
    }

    private static void checkRefundable(PaymentState state, Money amount) {
        Money refundable = state.refundable();
        boolean isThere = amount.isPositive()
                && amount.currency().equals(refundable.currency())
                && amount.compareTo(refundable) <= 0;
        if (!isThere) {
            throw PaymentDeskException.of(
                    PaymentDeskProblem.NOTHING_TO_REFUND,
                    "id",
                    state.paymentId(),
                    "refundable",
                    refundable,
                    "amount",
                    amount);
        }
    }

    /**
     * Takes a message that came in, such as a webhook: hand it the bytes and headers as they came, and answer what it
     * answers. The same message twice, late or early comes to the same.
     *
     * @throws PaymentDeskException if there is no such provider
     */
    public Receipt receive(String provider, InboundMessage message) {
        Reception reception = read(providers.get(provider), message);
        List<Observation> observations = reception.kind() == Reception.Kind.ACCEPTED
                ? ((Reception.Accepted) reception).observations()
                : List.of();
        List<String> payments = new ArrayList<>();
        for (Observation observation : observations) {
            observe(provider, observation).ifPresent(payments::add);
        }
        int unclaimed = observations.size() - payments.size();
        return new Receipt(
                reception.kind(),
                reception.answer(),
                payments.stream().distinct().toList(),
                unclaimed);
    }

    /** A provider that throws has not understood the message; whoever sent it may send it again. */
    private static Reception read(PaymentProvider provider, InboundMessage message) {
        try {
            return provider.receive(message);
        } catch (RuntimeException e) {
            return new Reception.Rejected(Reception.Why.MALFORMED, Reception.Answer.of(500));
        }
    }

    /**
     * Takes what was observed by another way than the provider's own, such as a line of a bank statement.
     *
     * @return the payment that it is of; empty where nobody asked for it, and it is kept with {@link #unclaimed}
     */
    public Optional<String> observe(String provider, Observation observation) {
        providers.get(provider);
        return worker.intake().take(provider, observation);
    }

    /** What was observed of payments that nobody asked for here, the longest kept first: money for people to look at. */
    public List<Unclaimed> unclaimed(int most) {
        return book.journal().unclaimed(most);
    }

    /**
     * Does what is due: sends, looks up what is in doubt, reads the histories of providers, runs errands. To be called now and
     * then, by one or by several.
     *
     * @param most how many payments to take on at most
     */
    public WorkReport work(int most) {
        return worker.work(most);
    }

    /**
     * What became of money since a place in the journal, for a ledger.
     *
     * @param cursor {@link SettledPage#next()} of the page before; empty for the beginning
     * @param most how many observations of money to read at most
     */
    public SettledPage settledSince(String cursor, int most) {
        long position = cursor.isEmpty() ? 0 : position(cursor);
        List<Entry> entries = book.journal().moneySince(position, most);
        List<Fact> facts = new ArrayList<>();
        List<PaymentFee> fees = new ArrayList<>();
        for (Entry entry : entries) {
            Bookings bookings = Bookings.ofEvent(
                    entry.paymentId(), book.journal().events(entry.paymentId()), entry.version(), options.zone());
            facts.addAll(bookings.facts());
            fees.addAll(bookings.fees());
        }
        long last =
                entries.isEmpty() ? position : entries.get(entries.size() - 1).position();
        boolean isLast = book.journal().moneySince(last, 1).isEmpty();
        return new SettledPage(facts, fees, Long.toString(last), isLast);
    }

    private static long position(String cursor) {
        if (!cursor.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException(
                    "cursor \"" + cursor + "\" is none: give that of a page, or an empty text");
        }
        return Long.parseLong(cursor);
    }

    /**
     * Ends a doubt on a person's word: the provider has the payment.
     *
     * @param who the person
     * @throws PaymentDeskException if the payment is not in doubt
     */
    public PaymentState decideFound(String paymentId, String providerRef, String who) {
        return decide(paymentId, new Acknowledged(providerRef, null, who, options.now()));
    }

    /**
     * Ends a doubt on a person's word: the provider does not have the payment and will not. It is sent again.
     *
     * @param who the person
     * @throws PaymentDeskException if the payment is not in doubt
     */
    public PaymentState decideAbsent(String paymentId, String who) {
        return decide(paymentId, new Absent(who, options.now()));
    }

    private PaymentState decide(String paymentId, PaymentEvent decision) {
        book.update(paymentId, state -> {
            if (state.stage() != PaymentStage.UNKNOWN) {
                throw PaymentDeskException.of(
                        PaymentDeskProblem.NOT_IN_DOUBT,
                        "id",
                        paymentId,
                        "stage",
                        state.stage().code());
            }
            return List.of(decision);
        });
        book.journal().plan(paymentId, Optional.of(options.now()));
        worker.takeIfDue(paymentId);
        return book.get(paymentId);
    }
}
