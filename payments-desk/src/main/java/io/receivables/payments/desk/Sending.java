package io.receivables.payments.desk;

import io.receivables.payments.desk.PaymentEvent.Absent;
import io.receivables.payments.desk.PaymentEvent.Answered;
import io.receivables.payments.desk.PaymentEvent.ErrandEnded;
import io.receivables.payments.desk.PaymentEvent.Tried;
import io.receivables.payments.desk.PaymentEvent.Withdrawn;
import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Reason.Category;
import io.receivables.payments.spi.Retry;
import io.receivables.payments.spi.Submission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Has a payment made at its provider, once. Each try is written down before it is made; one that may have arrived is looked
 * up, and only what certainly did not arrive is sent again, by the same key.
 */
final class Sending {
    private final PaymentBook book;
    private final Intake intake;
    private final Agenda agenda;
    private final Calls calls;
    private final PaymentDeskOptions options;

    Sending(PaymentBook book, Intake intake, PaymentDeskOptions options) {
        this.book = book;
        this.intake = intake;
        this.options = options;
        this.agenda = new Agenda(options);
        this.calls = new Calls(options);
    }

    /**
     * Takes a payment one step on, if one is to be taken now.
     *
     * @return when to look again, where the look came to nothing; otherwise the agenda says
     */
    Optional<Instant> step(PaymentState payment, PaymentProvider provider) {
        return switch (payment.stage()) {
            case PLANNED -> {
                if (isToBeCancelled(payment)) {
                    withdraw(payment);
                } else if (!agenda.whenToSend(payment).isAfter(options.now())) {
                    send(payment, provider);
                }
                yield Optional.empty();
            }
            case SENDING -> isUnderWay(payment) ? Optional.empty() : look(payment, provider);
            case UNKNOWN -> look(payment, provider);
            default -> payment.isAcknowledged() ? look(payment, provider) : Optional.empty();
        };
    }

    private boolean isUnderWay(PaymentState payment) {
        return payment.lastTry()
                .filter(tried -> options.now().isBefore(tried.until()))
                .isPresent();
    }

    private void send(PaymentState payment, PaymentProvider provider) {
        int number = payment.lastTry().map(Tried::number).orElse(0) + 1;
        Tried tried = new Tried(number, options.now(), calls.deadline());
        if (!book.appendTo(payment, List.of(tried))) {
            return;
        }
        CallContext call = new CallContext(payment.key(), tried.until());
        Submission outcome = calls.submit(call, context -> provider.initiate(payment.command(), context));
        note(payment.paymentId(), number, outcome);
    }

    private static boolean isToBeCancelled(PaymentState payment) {
        return payment.errands().stream().anyMatch(Sending::isOpenCancellation);
    }

    private static boolean isOpenCancellation(ErrandState errand) {
        return errand.errand().operation() == Operation.CANCEL && !errand.isOver();
    }

    /** What is not at the provider is cancelled here. */
    private void withdraw(PaymentState payment) {
        Instant now = options.now();
        List<PaymentEvent> events = new ArrayList<>(List.of(new Withdrawn(now)));
        payment.errands().stream()
                .filter(Sending::isOpenCancellation)
                .map(errand -> errand.errand().key())
                .forEach(key -> events.add(new ErrandEnded(key, Submission.Kind.ACKNOWLEDGED, null, null, now)));
        book.appendTo(payment, events);
    }

    private void note(String paymentId, int number, Submission outcome) {
        switch (outcome.kind()) {
            case ACKNOWLEDGED -> {
                Submission.Acknowledged acknowledged = (Submission.Acknowledged) outcome;
                intake.acknowledge(
                        paymentId,
                        acknowledged.observation(),
                        acknowledged.payerAction().orElse(null),
                        "");
            }
            case TOO_LATE -> intake.acknowledge(paymentId, ((Submission.TooLate) outcome).observation(), null, "");
            default -> book.update(paymentId, state -> answered(state, number, outcome));
        }
    }

    /**
     * What a try that was no success leaves behind. By now the payment may have been found, or tried again: then only a doubt
     * of a payment that was not found still counts.
     */
    private List<Answered> answered(PaymentState state, int number, Submission outcome) {
        Answered answer = answer(number, outcome);
        boolean isLatest =
                state.lastTry().filter(tried -> tried.number() == number).isPresent();
        boolean counts = isLatest || answer.outcome() == Submission.Kind.UNKNOWN;
        return counts && !state.isAcknowledged() ? List.of(answer) : List.of();
    }

    private Answered answer(int number, Submission outcome) {
        Instant now = options.now();
        return switch (outcome.kind()) {
            case NOT_SENT -> notSent(number, ((Submission.NotSent) outcome).reason());
            case UNKNOWN -> {
                Submission.Unknown unknown = (Submission.Unknown) outcome;
                yield new Answered(number, Submission.Kind.UNKNOWN, unknown.reason(), unknown.recheckAt(), now);
            }
            case REFUSED -> refused(number, ((Submission.Refused) outcome).reason());
            default -> {
                Reason reason = Reason.of(
                        Category.CONFIGURATION, Retry.never(), "the provider does not make payments for anybody");
                yield new Answered(number, Submission.Kind.UNSUPPORTED, reason, null, now);
            }
        };
    }

    private Answered notSent(int number, Reason reason) {
        Instant next = agenda.again(reason, number);
        return new Answered(number, Submission.Kind.NOT_SENT, reason, next, options.now());
    }

    /** A remote side that has it already has it; one that advises the same key again did not do it and will. */
    private Answered refused(int number, Reason reason) {
        if (reason.category() == Category.DUPLICATE) {
            return new Answered(number, Submission.Kind.UNKNOWN, reason, options.now(), options.now());
        }
        return reason.retry().kind() == Retry.Kind.SAME_KEY
                ? notSent(number, reason)
                : new Answered(number, Submission.Kind.REFUSED, reason, null, options.now());
    }

    private Optional<Instant> look(PaymentState payment, PaymentProvider provider) {
        if (!provider.capabilities().can(Operation.FIND)) {
            noteThatNobodyKnows(payment);
            return Optional.empty();
        }
        Lookup lookup = calls.find(provider, keyOf(payment));
        return switch (lookup.kind()) {
            case FOUND -> {
                Lookup.Found found = (Lookup.Found) lookup;
                intake.acknowledge(
                        payment.paymentId(),
                        found.observation(),
                        found.payerAction().orElse(null),
                        "");
                found.earlier().forEach(earlier -> intake.takeTo(payment.paymentId(), earlier));
                yield Optional.empty();
            }
            case ABSENT_FOR_GOOD -> {
                if (!payment.isAcknowledged()) {
                    book.appendTo(payment, List.of(new Absent("", options.now())));
                }
                yield Optional.empty();
            }
            case ABSENT_SO_FAR -> Optional.of(agenda.noSooner(((Lookup.AbsentSoFar) lookup).recheckAt()));
            case UNAVAILABLE -> {
                Reason reason = ((Lookup.Unavailable) lookup).reason();
                yield Optional.of(agenda.again(reason, 1));
            }
        };
    }

    /** A try that never came back, at a provider that cannot be asked, is for a person to find out about. */
    private void noteThatNobodyKnows(PaymentState payment) {
        if (payment.stage() == PaymentStage.SENDING) {
            int number = payment.lastTry().map(Tried::number).orElse(0);
            Reason reason = Reason.of(Category.UNSPECIFIED, Retry.never(), "the try did not come back");
            book.appendTo(payment, List.of(new Answered(number, Submission.Kind.UNKNOWN, reason, null, options.now())));
        }
    }

    private static LookupKey keyOf(PaymentState payment) {
        LookupKey key = payment.providerRef()
                .map(ref -> LookupKey.of(payment.key(), ref))
                .orElseGet(() -> LookupKey.of(payment.key()));
        return payment.lastTry().map(Tried::until).map(key::triedAt).orElse(key);
    }
}
