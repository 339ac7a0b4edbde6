package io.receivables.payments.desk;

import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.ObservationPage;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Reason.Category;
import io.receivables.payments.spi.Retry;
import io.receivables.payments.spi.Submission;
import java.time.Instant;
import java.util.function.Function;

/**
 * Calls providers. What a provider throws is its mistake, and says nothing of what it did before: it is taken as not knowing.
 * Its text is not kept, since it may repeat what is secret.
 */
final class Calls {
    private final PaymentDeskOptions options;

    Calls(PaymentDeskOptions options) {
        this.options = options;
    }

    /** When a call that begins now has returned at the latest. */
    Instant deadline() {
        return options.now().plus(options.call());
    }

    /**
     * Has a provider do something. A process may have stood still since the call was written down: what comes after its
     * deadline is not done, since others may have looked for it already.
     */
    Submission submit(CallContext call, Function<CallContext, Submission> what) {
        if (call.left(options.now()).isZero()) {
            return Submission.notSent(Reason.of(Category.UNSPECIFIED, Retry.now(), "no time was left for the call"));
        }
        try {
            return what.apply(call);
        } catch (RuntimeException e) {
            return Submission.unknown(thrown(e), options.now());
        }
    }

    Lookup find(PaymentProvider provider, LookupKey key) {
        try {
            return provider.find(key, new CallContext(key.key(), deadline()));
        } catch (RuntimeException e) {
            return Lookup.unavailable(thrown(e));
        }
    }

    ObservationPage poll(PaymentProvider provider, String cursor, int most) {
        try {
            return provider.poll(cursor, most, new CallContext("poll", deadline()));
        } catch (RuntimeException e) {
            return ObservationPage.unavailable(cursor, thrown(e));
        }
    }

    private static Reason thrown(RuntimeException e) {
        return Reason.of(
                Category.UNSPECIFIED,
                Retry.now(),
                "the provider threw " + e.getClass().getName());
    }
}
