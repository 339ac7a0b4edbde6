package io.receivables.payments.interac;

import io.receivables.payments.spi.Payer;
import io.receivables.payments.spi.Reason;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a payer is told of a request: by e-mail where they have an address, by SMS otherwise. A payer with both is told once.
 *
 * @param type {@code email} or {@code sms}
 * @param text the address, or the number as {@code 123-222-7777}
 */
record Handle(String type, String text) {
    /** A number of North America, country first or not. */
    private static final Pattern NUMBER =
            Pattern.compile("(?:\\+?1)?[ .-]?\\(?([2-9][0-9]{2})\\)?[ .-]?([0-9]{3})[ .-]?([0-9]{4})");

    /** The handle of a payer; empty for one who cannot be told. */
    static Optional<Handle> of(Payer payer) {
        return payer.email()
                .map(address -> new Handle("email", address))
                .or(() -> payer.phone().flatMap(Handle::sms));
    }

    private static Optional<Handle> sms(String phone) {
        Matcher matcher = NUMBER.matcher(phone.trim());
        return matcher.matches()
                ? Optional.of(new Handle("sms", matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3)))
                : Optional.empty();
    }

    /** Why a payer cannot be told. */
    static Optional<Reason> wrong(Payer payer) {
        return of(payer).isPresent()
                ? Optional.empty()
                : Optional.of(Terms.format("payer " + payer.customerId()
                        + " has neither an e-mail address nor a phone number of North America: give one"));
    }

    @Override
    public String toString() {
        return "Handle[" + type + "]";
    }
}
