package io.receivables.payments.tck;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The requests of one call where nothing is in its way.
 *
 * @param requests all of them
 * @param effect the number of the first one after which something at the remote side was different
 */
record Course(List<SentRequest> requests, int effect) {
    /** Makes a call and watches what the remote side has before and after each request. */
    static Course of(Bench bench, Runnable call) {
        FaultGateway gateway = bench.gateway();
        String before = bench.payments().toString();
        AtomicInteger effect = new AtomicInteger();
        gateway.heal();
        gateway.afterHandingOn(number -> {
            if (!before.equals(bench.payments().toString())) {
                effect.compareAndSet(0, number);
            }
        });
        call.run();
        gateway.afterHandingOn(number -> {});
        bench.needs(effect.get() > 0, "no request by the exchange that was given had an effect");
        return new Course(gateway.sent(), effect.get());
    }

    /** The course of asking for a payment, on a bench of its own. */
    static Course ofAsking(Bench bench) {
        try (Bench other = bench.another()) {
            Bench.Ask ask = other.ask();
            return of(other, () -> other.acknowledged(ask));
        }
    }

    SentRequest withEffect() {
        return requests.get(effect - 1);
    }
}
