package io.receivables.payments.jdbc;

import io.receivables.core.Money;
import io.receivables.payments.desk.journal.EventSamples;
import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.Capabilities;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.Idempotency;
import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.ObservationPage;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.PaymentFact;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.Submission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A rail of which the remote side is this object, for several desks at once. Each call that asks for a payment counts. */
final class Rail implements PaymentProvider {
    private final Map<String, Money> asked = new LinkedHashMap<>();
    private final List<Observation> history = new ArrayList<>();
    private int calls;

    @Override
    public Capabilities capabilities() {
        return Capabilities.of(
                        Capabilities.Flow.REQUEST,
                        new Capabilities.Limits(EventSamples.cad("0.01"), EventSamples.cad("1000000.00")),
                        Idempotency.of(Idempotency.Mode.LOOKUP, 64))
                .can(Operation.FIND, Operation.POLL)
                .build();
    }

    @Override
    public synchronized Submission initiate(CollectCommand command, CallContext call) {
        calls++;
        asked.put(call.key(), command.amount());
        return Submission.acknowledged(
                telling(PaymentFact.SUBMITTED, call.key()).build());
    }

    private static Observation.Builder telling(PaymentFact fact, String key) {
        return Observation.of(fact, "R-" + key).seenAt(EventSamples.T);
    }

    /** All payments are paid. */
    synchronized void settle() {
        asked.forEach((key, amount) ->
                history.add(telling(PaymentFact.SETTLED, key).amount(amount).build()));
    }

    synchronized int calls() {
        return calls;
    }

    @Override
    public synchronized Lookup find(LookupKey key, CallContext call) {
        return asked.containsKey(key.key())
                ? Lookup.found(telling(PaymentFact.SUBMITTED, key.key()).build())
                : Lookup.absentForGood();
    }

    @Override
    public synchronized ObservationPage poll(String cursor, int most, CallContext call) {
        int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        // pages of two, so that several who read meet
        int to = Math.min(history.size(), from + 2);
        return ObservationPage.of(List.copyOf(history.subList(from, to)), Integer.toString(to), to == history.size());
    }
}
