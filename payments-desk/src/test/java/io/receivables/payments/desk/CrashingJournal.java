package io.receivables.payments.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A journal before and after each change of which the process may end; what was answered is kept all the same. Before a
 * change others may be faster.
 */
class CrashingJournal implements PaymentJournal {
    private final PaymentJournal kept;
    private final BooleanSupplier ends;
    private final Runnable others;

    CrashingJournal(PaymentJournal kept, BooleanSupplier ends, Runnable others) {
        this.kept = kept;
        this.ends = ends;
        this.others = others;
    }

    private <T> T change(Supplier<T> change) {
        others.run();
        crashOr("before a change");
        T result = change.get();
        crashOr("after a change");
        return result;
    }

    private void change(Runnable change) {
        change(() -> {
            change.run();
            return true;
        });
    }

    private void crashOr(String where) {
        if (ends.getAsBoolean()) {
            throw new Crash(where);
        }
    }

    @Override
    public Outcome append(String paymentId, int expectedVersion, List<? extends PaymentEvent> events) {
        return change(() -> kept.append(paymentId, expectedVersion, events));
    }

    @Override
    public boolean move(Due from, Optional<Instant> to) {
        return change(() -> kept.move(from, to));
    }

    @Override
    public void plan(String paymentId, Optional<Instant> at) {
        change(() -> kept.plan(paymentId, at));
    }

    @Override
    public void keep(Unclaimed unclaimed) {
        change(() -> kept.keep(unclaimed));
    }

    @Override
    public void drop(Unclaimed claimed) {
        change(() -> kept.drop(claimed));
    }

    @Override
    public void cursor(String provider, String cursor) {
        change(() -> kept.cursor(provider, cursor));
    }

    @Override
    public List<PaymentEvent> events(String paymentId) {
        return kept.events(paymentId);
    }

    @Override
    public Optional<String> paymentOf(String provider, String name) {
        return kept.paymentOf(provider, name);
    }

    @Override
    public List<String> paymentsFor(String documentId) {
        return kept.paymentsFor(documentId);
    }

    @Override
    public List<String> payments(String after, int most) {
        return kept.payments(after, most);
    }

    @Override
    public List<Entry> moneySince(long position, int most) {
        return kept.moneySince(position, most);
    }

    @Override
    public List<Due> due(Instant now, int most) {
        return kept.due(now, most);
    }

    @Override
    public Optional<Instant> dueAt(String paymentId) {
        return kept.dueAt(paymentId);
    }

    @Override
    public List<Unclaimed> unclaimed(String provider, String providerRef) {
        return kept.unclaimed(provider, providerRef);
    }

    @Override
    public List<Unclaimed> unclaimed(int most) {
        return kept.unclaimed(most);
    }

    @Override
    public String cursor(String provider) {
        return kept.cursor(provider);
    }
}
