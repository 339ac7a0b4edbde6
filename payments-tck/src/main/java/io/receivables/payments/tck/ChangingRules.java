package io.receivables.payments.tck;

import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.Submission;
import io.receivables.payments.spi.Submission.Kind;
import java.util.concurrent.atomic.AtomicBoolean;

/** Chapter 6: taking back, changing, reminding. */
final class ChangingRules {
    private ChangingRules() {}

    static void cancelThatIsTooLateSaysSo(Bench bench) {
        bench.needs(Operation.CANCEL);
        Happening end = bench.firstOf(Happening.SETTLE, Happening.DECLINE, Happening.EXPIRE);
        Sight ended = bench.after(end);
        isTooLate(bench, end, bench.changeAsNamed(Operation.CANCEL, ended.ask(), ended.providerRef(), bench.newKey()));
        if (bench.remote.address().isPresent()) {
            race(bench.another(), end);
        }
    }

    /** The payment ends while the request to cancel it is on its way. */
    private static void race(Bench bench, Happening end) {
        try (bench) {
            Course course = ofCancelling(bench);
            Bench.Ask ask = bench.ask();
            String ref = bench.acknowledged(ask).providerRef();
            AtomicBoolean isOver = new AtomicBoolean();
            bench.gateway().heal();
            bench.gateway().beforeHandingOn(number -> {
                if (number == course.effect() && isOver.compareAndSet(false, true)) {
                    bench.remote.happen(end, ref);
                }
            });
            isTooLate(bench, end, bench.changeAsNamed(Operation.CANCEL, ask, ref, bench.newKey()));
        }
    }

    private static Course ofCancelling(Bench bench) {
        Bench.Ask ask = bench.ask();
        String ref = bench.acknowledged(ask).providerRef();
        return Course.of(bench, () -> bench.changeAsNamed(Operation.CANCEL, ask, ref, bench.newKey()));
    }

    private static void isTooLate(Bench bench, Happening end, Submission outcome) {
        boolean isRight =
                outcome instanceof Submission.TooLate late && late.observation().fact() == end.fact();
        bench.expect(isRight, "TOO_LATE with " + end.fact() + ", since the remote side did " + end, outcome);
    }

    static void cancelledTwiceIsCancelledOnce(Bench bench) {
        bench.needs(Operation.CANCEL);
        Bench.Ask ask = bench.ask();
        String ref = bench.acknowledged(ask).providerRef();
        String key = bench.newKey();
        for (int time = 1; time <= 2; time++) {
            Submission outcome = bench.changeAsNamed(Operation.CANCEL, ask, ref, key);
            boolean isDone = outcome.kind() == Kind.ACKNOWLEDGED || outcome.kind() == Kind.TOO_LATE;
            bench.expect(isDone, "no failure, the first time and the second", outcome);
        }
        bench.expect(bench.payment(ref).cancellations() == 1, "cancelled once", bench.payment(ref));
    }

    static void reminderMakesNothingNew(Bench bench) {
        bench.needs(Operation.REMIND);
        Bench.Ask ask = bench.ask();
        String ref = bench.acknowledged(ask).providerRef();
        isSame(bench, ref, bench.changeAsNamed(Operation.REMIND, ask, ref, bench.newKey()));
        bench.expect(bench.payment(ref).reminders() == 1, "the payer is told once more", bench.payment(ref));
    }

    private static void isSame(Bench bench, String ref, Submission outcome) {
        boolean isSame = outcome instanceof Submission.Acknowledged acknowledged
                && acknowledged.observation().providerRef().equals(ref);
        bench.expect(isSame, "ACKNOWLEDGED as " + ref, outcome);
        bench.expect(bench.payments().size() == 1, "one payment, as before", bench.payments());
    }

    static void sameKeyRefundsOnce(Bench bench) {
        bench.needs(Operation.REFUND);
        Sight settled = bench.after(Happening.SETTLE);
        String key = bench.newKey();
        Submission first = bench.changeAsNamed(Operation.REFUND, settled.ask(), settled.providerRef(), key);
        bench.expect(first.kind() == Kind.ACKNOWLEDGED, "a refund of what was settled is acknowledged", first);
        bench.changeAsNamed(Operation.REFUND, settled.ask(), settled.providerRef(), key);
        RemotePayment there = bench.payment(settled.providerRef());
        bench.expect(there.refunds() == 1, "one refund for one key", there);
    }

    static void amendedPaymentKeepsItsReference(Bench bench) {
        bench.needs(Operation.AMEND);
        Bench.Ask ask = bench.ask();
        String ref = bench.acknowledged(ask).providerRef();
        Bench.Ask less = bench.ask(bench.amountBelow(1_00));
        isSame(bench, ref, bench.changeAsNamed(Operation.AMEND, less, ref, less.key()));
        bench.expect(
                bench.payment(ref).amount().equals(less.command().amount()),
                less.command().amount() + " at the remote side",
                bench.payment(ref));
        if (bench.can.can(Operation.FIND)) {
            Observation found = bench.found(LookupKey.of(ask.key(), ref));
            bench.expect(found.providerRef().equals(ref), "found as " + ref, found);
        }
    }
}
