package io.receivables.payments.tck;

import io.receivables.payments.spi.Idempotency;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;

/** Keys that a provider's {@link Idempotency} allows, and keys that it does not. */
final class Keys {
    /** Ways to write a number that one rail or the other takes. */
    private static final List<String> FORMS = List.of(
            "tck-key-%08d", "tckkey%08d", "TCKKEY%08d", "%032x", "%016X", "%012d", "00000000-0000-4000-8000-%012d");

    /** Characters that few rails take all of. */
    private static final String ODD = " \n\u00e9/:;'\"<&%#\u0000.A";

    private Keys() {}

    /** A key; the same for the same number. */
    static String of(Idempotency idempotency, int number) {
        return FORMS.stream()
                .map(form -> String.format(Locale.ROOT, form, number))
                .filter(idempotency::allows)
                .findFirst()
                .orElseGet(() -> Assumptions.abort("the kit has no form of key that " + idempotency.allowed()
                        + " allows: let the harness make them"));
    }

    /** A key that is as long as can be, and ends as asked; at most 200 characters. */
    static String longest(Idempotency idempotency, int number) {
        String tail = of(idempotency, number);
        char first = tail.charAt(0);
        int room = Math.min(idempotency.longest(), 200) - tail.length();
        String longest = String.valueOf(first).repeat(room) + tail;
        return idempotency.allows(longest) ? longest : tail;
    }

    /** Keys that are too long or of other characters. */
    static List<String> notAllowed(Idempotency idempotency) {
        String good = of(idempotency, 1);
        List<String> odd =
                ODD.chars().mapToObj(c -> good.substring(1) + (char) c).toList();
        String tooLong = good + String.valueOf(good.charAt(0)).repeat(idempotency.longest() + 1 - good.length());
        return IntStream.rangeClosed(0, odd.size())
                .mapToObj(i -> i == odd.size() ? tooLong : odd.get(i))
                .filter(key -> !idempotency.allows(key))
                .toList();
    }
}
