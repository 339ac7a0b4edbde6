package io.receivables.payments.desk;

import io.receivables.payments.desk.PaymentEvent.ErrandEnded;
import io.receivables.payments.desk.PaymentEvent.ErrandTried;
import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Reason.Category;
import io.receivables.payments.spi.Retry;
import io.receivables.payments.spi.Submission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs what is to be done about payments that are at their provider. A cancellation or refund of which nobody knows is tried
 * again by the same key, which does it once; a reminder is not, since two are worse than none.
 */
final class Errands {
    private final PaymentBook book;
    private final Intake intake;
    private final Agenda agenda;
    private final Calls calls;
    private final PaymentDeskOptions options;

    Errands(PaymentBook book, Intake intake, PaymentDeskOptions options) {
        this.book = book;
        this.intake = intake;
        this.options = options;
        this.agenda = new Agenda(options);
        this.calls = new Calls(options);
    }

    /**
     * Runs those that are due.
     *
     * @return whether the provider was called
     */
    boolean step(String paymentId, PaymentProvider provider) {
        boolean isCalled = false;
        for (ErrandState errand : book.get(paymentId).errands()) {
            isCalled |= step(paymentId, errand, provider);
        }
        return isCalled;
    }

    private boolean step(String paymentId, ErrandState errand, PaymentProvider provider) {
        if (errand.isOver() || !isDue(errand)) {
            return false;
        }
        PaymentState payment = book.get(paymentId);
        Optional<Reason> moot = moot(payment, errand);
        if (moot.isPresent()) {
            end(payment, errand, Submission.Kind.TOO_LATE, moot.get(), null);
            return false;
        }
        if (!payment.isAcknowledged()) {
            return false;
        }
        if (isReminderInDoubt(errand)) {
            Reason reason = Reason.of(Category.UNSPECIFIED, Retry.never(), "the try did not come back");
            end(payment, errand, Submission.Kind.UNKNOWN, reason, null);
            return false;
        }
        ErrandTried tried = new ErrandTried(errand.errand().key(), options.now(), calls.deadline());
        if (!book.appendTo(payment, List.of(tried))) {
            return false;
        }
        note(payment, errand, submit(payment, errand.errand(), tried.until(), provider));
        return true;
    }

    private boolean isDue(ErrandState errand) {
        Instant since = errand.answered() == null
                ? Optional.ofNullable(errand.tried()).map(ErrandTried::until).orElse(Instant.MIN)
                : errand.answered().nextAt().orElse(Instant.MAX);
        return !since.isAfter(options.now());
    }

    private static boolean isReminderInDoubt(ErrandState errand) {
        return errand.errand().operation() == Operation.REMIND && errand.tried() != null && errand.answered() == null;
    }

    /** Why nothing is left to be done; a refund is judged by the provider alone. */
    private static Optional<Reason> moot(PaymentState payment, ErrandState errand) {
        boolean isOver = !payment.stage().isLive() && errand.errand().operation() != Operation.REFUND;
        return isOver
                ? Optional.of(Reason.of(
                        Category.NOT_FOUND,
                        Retry.never(),
                        "the payment is " + payment.stage().code()))
                : Optional.empty();
    }

    private Submission submit(PaymentState payment, Errand errand, Instant until, PaymentProvider provider) {
        String ref = payment.providerRef().orElseThrow();
        CallContext call = new CallContext(errand.key(), until);
        return calls.submit(call, context -> switch (errand.operation()) {
            case CANCEL -> provider.cancel(ref, errand.note(), context);
            case REMIND -> provider.remind(ref, context);
            case REFUND -> provider.refund(ref, errand.amount().orElseThrow(), context);
            default -> Submission.unsupported(errand.operation());
        });
    }

    private void note(PaymentState payment, ErrandState errand, Submission outcome) {
        switch (outcome.kind()) {
            case ACKNOWLEDGED -> {
                take(payment, ((Submission.Acknowledged) outcome).observation());
                end(payment, errand, Submission.Kind.ACKNOWLEDGED, null, null);
            }
            case TOO_LATE -> {
                take(payment, ((Submission.TooLate) outcome).observation());
                end(payment, errand, Submission.Kind.TOO_LATE, null, null);
            }
            case REFUSED -> refused(payment, errand, ((Submission.Refused) outcome).reason());
            case NOT_SENT -> {
                Reason reason = ((Submission.NotSent) outcome).reason();
                end(payment, errand, Submission.Kind.NOT_SENT, reason, agenda.again(reason, 1));
            }
            case UNKNOWN -> unknown(payment, errand, (Submission.Unknown) outcome);
            case UNSUPPORTED -> {
                Reason reason = Reason.of(Category.CONFIGURATION, Retry.never(), "the provider cannot do this");
                end(payment, errand, Submission.Kind.UNSUPPORTED, reason, null);
            }
        }
    }

    /** A remote side that has done it already by this key has done it: an earlier answer was lost. */
    private void refused(PaymentState payment, ErrandState errand, Reason reason) {
        if (reason.category() == Category.DUPLICATE) {
            end(payment, errand, Submission.Kind.ACKNOWLEDGED, reason, null);
            return;
        }
        Instant next = reason.retry().kind() == Retry.Kind.SAME_KEY ? agenda.again(reason, 1) : null;
        end(payment, errand, Submission.Kind.REFUSED, reason, next);
    }

    private void unknown(PaymentState payment, ErrandState errand, Submission.Unknown outcome) {
        boolean isRepeated = errand.errand().operation() != Operation.REMIND;
        Instant next = agenda.noSooner(outcome.recheckAt());
        end(payment, errand, Submission.Kind.UNKNOWN, outcome.reason(), isRepeated ? next : null);
    }

    private void take(PaymentState payment, Observation observation) {
        intake.takeTo(payment.paymentId(), observation);
    }

    private void end(
            PaymentState payment,
            ErrandState errand,
            Submission.Kind outcome,
            @Nullable Reason reason,
            @Nullable Instant next) {
        String key = errand.errand().key();
        book.update(payment.paymentId(), state -> {
            boolean isOver = state.errand(key).filter(ErrandState::isOver).isPresent();
            return isOver ? List.of() : List.of(new ErrandEnded(key, outcome, reason, next, options.now()));
        });
    }
}
