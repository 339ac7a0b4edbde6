package io.receivables.payments.desk;

import io.receivables.payments.spi.Capabilities;
import io.receivables.payments.spi.Idempotency;
import io.receivables.payments.spi.Operation;
import java.util.stream.Stream;

/**
 * The keys by which things are asked of a provider: always the same for the same thing. A payment's own id where the
 * provider takes it, since people can read it; otherwise what is computed from it.
 */
final class Keys {
    /** Fewer characters of a hash than this may meet by chance: 64 bits. */
    private static final int SHORTEST = 16;

    private Keys() {}

    static String ofPayment(String provider, Capabilities capabilities, String paymentId) {
        String digest = PaymentRequests.digest(provider + "\n" + paymentId);
        return fitting(provider, capabilities, paymentId, Stream.of(paymentId, digest));
    }

    static String ofErrand(PaymentState payment, Capabilities capabilities, Operation operation, String occasion) {
        String text = payment.provider() + "\n" + payment.paymentId() + "\n" + operation.code() + "\n" + occasion;
        return fitting(payment.provider(), capabilities, payment.paymentId(), Stream.of(PaymentRequests.digest(text)));
    }

    private static String fitting(
            String provider, Capabilities capabilities, String paymentId, Stream<String> candidates) {
        Idempotency idempotency = capabilities.idempotency();
        return candidates
                .flatMap(each -> Stream.of(each, cut(each, idempotency.longest())))
                .filter(idempotency::allows)
                .findFirst()
                .orElseThrow(() -> PaymentDeskException.of(
                        PaymentDeskProblem.KEY_IMPOSSIBLE,
                        "provider",
                        provider,
                        "longest",
                        idempotency.longest(),
                        "allowed",
                        idempotency.allowed().pattern(),
                        "id",
                        paymentId));
    }

    /** A hash may be cut, down to a length; whatever else is cut is another key. */
    private static String cut(String key, int longest) {
        boolean isHash = key.length() == 2 * SHORTEST && key.matches("[0-9a-f]+");
        return isHash && longest >= SHORTEST ? key.substring(0, Math.min(key.length(), longest)) : key;
    }
}
