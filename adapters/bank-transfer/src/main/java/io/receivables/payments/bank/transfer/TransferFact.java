package io.receivables.payments.bank.transfer;

import io.receivables.core.Money;
import io.receivables.core.cash.BankReference;
import io.receivables.core.cash.LineKey;
import io.receivables.core.cash.ReturnReason;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What a register knows of a payment by transfer. A payment is named by its reference, without blanks and decoration. */
public sealed interface TransferFact {
    /** By what the payment is known: what the payer quotes. */
    String reference();

    /** What of a bank's booking is needed to know it again. */
    sealed interface Booked extends TransferFact {
        LineKey key();

        int occurrence();

        /** What was paid or given back, before the bank's charges; above zero. */
        Money amount();

        /** What the bank kept for it; zero for nothing. */
        Money fee();

        LocalDate valueOn();

        /** A name made of the booking alone: the same in whatever file it comes, on any machine. */
        default String event() {
            String booking = String.join(
                    "\n",
                    key().account(),
                    key().reference(),
                    key().amount().toString(),
                    key().date().toString(),
                    Integer.toString(key().part()),
                    Integer.toString(occurrence()));
            return "transfer-" + UUID.nameUUIDFromBytes(booking.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * A payer was told to pay.
     *
     * @param key the key of the call
     * @param paymentId the host's name of the payment
     */
    record Asked(String reference, String key, String paymentId, Money amount) implements TransferFact {
        public Asked {
            named(reference);
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(paymentId, "paymentId");
            Objects.requireNonNull(amount, "amount");
        }
    }

    /**
     * Money came in.
     *
     * @param key what makes it the same booking
     * @param occurrence which one of equal bookings within a statement it is, from 1
     * @param references what it can be found by when it comes back
     */
    record CameIn(
            String reference,
            LineKey key,
            int occurrence,
            Money amount,
            Money fee,
            LocalDate valueOn,
            Map<BankReference, String> references)
            implements Booked {
        public CameIn {
            booked(reference, occurrence, amount);
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(fee, "fee");
            Objects.requireNonNull(valueOn, "valueOn");
            EnumMap<BankReference, String> copy = new EnumMap<>(BankReference.class);
            copy.putAll(references);
            references = Collections.unmodifiableMap(copy);
        }

        /** Where the booking stands and what it moves; no accounts, and no texts of the other side. */
        @Override
        public String toString() {
            return "CameIn[" + event() + ", " + amount + "]";
        }
    }

    /**
     * Money that had come in went back.
     *
     * @param key what makes it the same booking
     * @param occurrence which one of equal bookings within a statement it is, from 1
     * @param original the {@link Booked#event()} of the booking that it gives back; empty where that is not known
     * @param reason why; {@link ReturnReason#notStated()} where nobody said
     * @param country of the payer's account, as two letters; empty where it is not known
     */
    record WentBack(
            String reference,
            LineKey key,
            int occurrence,
            Money amount,
            Money fee,
            LocalDate valueOn,
            String original,
            ReturnReason reason,
            String country)
            implements Booked {
        public WentBack {
            booked(reference, occurrence, amount);
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(fee, "fee");
            Objects.requireNonNull(valueOn, "valueOn");
            Objects.requireNonNull(original, "original");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(country, "country");
        }

        /** The booking that it gives back, where that is known. */
        public Optional<String> returnedEvent() {
            return original.isEmpty() ? Optional.empty() : Optional.of(original);
        }

        /** Where the booking stands and what it moves; no accounts, and no texts of the other side. */
        @Override
        public String toString() {
            return "WentBack[" + event() + ", " + amount + "]";
        }
    }

    private static void named(String reference) {
        if (reference.isBlank()) {
            throw new IllegalArgumentException("reference is blank: say which payment is meant");
        }
    }

    private static void booked(String reference, int occurrence, Money amount) {
        named(reference);
        if (occurrence < 1) {
            throw new IllegalArgumentException("occurrence " + occurrence + " is below 1");
        }
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount " + amount + " is not above zero: give what moved");
        }
    }
}
