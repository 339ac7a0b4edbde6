package io.receivables.payments.manual;

import io.receivables.core.Money;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that happened to the cheque of a payment. Facts are only ever added to a register, never changed. */
public sealed interface ChequeFact {
    /** The provider's name of the payment: the key that it was asked for with. */
    String payment();

    /** The day on which it happened. */
    LocalDate on();

    ChequeTrigger trigger();

    /**
     * The payer is told to send a cheque. Written by the provider.
     *
     * @param paymentId the host's name of the payment
     * @param amount what is asked for
     * @param reference what the payer is to write on the cheque
     */
    record Expected(String payment, LocalDate on, String paymentId, Money amount, String reference)
            implements ChequeFact {
        public Expected {
            Facts.named(payment, "payment");
            Objects.requireNonNull(on, "on");
            Facts.named(paymentId, "paymentId");
            Facts.positive(amount, "amount");
            Facts.named(reference, "reference");
        }

        @Override
        public ChequeTrigger trigger() {
            return ChequeTrigger.EXPECTED;
        }
    }

    /**
     * A cheque came for the payment.
     *
     * @param number the cheque's number
     * @param dated the date that is written on it
     * @param amount the amount that is written on it
     * @param certified whether the payer's bank vouches for it
     */
    record Received(String payment, LocalDate on, String number, LocalDate dated, Money amount, boolean certified)
            implements ChequeFact {
        public Received {
            Facts.named(payment, "payment");
            Objects.requireNonNull(on, "on");
            Facts.named(number, "number");
            Objects.requireNonNull(dated, "dated");
            Facts.positive(amount, "amount");
        }

        /** A cheque that is not certified. */
        public static Received of(String payment, LocalDate on, String number, LocalDate dated, Money amount) {
            return new Received(payment, on, number, dated, amount, false);
        }

        @Override
        public ChequeTrigger trigger() {
            return ChequeTrigger.RECEIVED;
        }

        /** Without the number, which names the payer's cheque. */
        @Override
        public String toString() {
            return "Received[" + payment + ", " + on + ", dated " + dated + ", " + amount + "]";
        }
    }

    /** The payer's bank vouched for the cheque after it came. */
    record Certified(String payment, LocalDate on) implements ChequeFact {
        public Certified {
            Facts.named(payment, "payment");
            Objects.requireNonNull(on, "on");
        }

        @Override
        public ChequeTrigger trigger() {
            return ChequeTrigger.CERTIFIED;
        }
    }

    /** The cheque was taken to the bank. */
    record Deposited(String payment, LocalDate on) implements ChequeFact {
        public Deposited {
            Facts.named(payment, "payment");
            Objects.requireNonNull(on, "on");
        }

        @Override
        public ChequeTrigger trigger() {
            return ChequeTrigger.DEPOSITED;
        }
    }

    /**
     * The bank took the deposit back.
     *
     * @param charged what the bank charged for it, beside the amount of the cheque; null for nothing
     */
    record Returned(
            String payment,
            LocalDate on,
            ChequeReturn reason,
            @Nullable Money charged) implements ChequeFact {
        public Returned {
            Facts.named(payment, "payment");
            Objects.requireNonNull(on, "on");
            Objects.requireNonNull(reason, "reason");
            if (charged != null) {
                Facts.positive(charged, "charged");
            }
        }

        /** Returned without a charge. */
        public static Returned of(String payment, LocalDate on, ChequeReturn reason) {
            return new Returned(payment, on, reason, null);
        }

        /** The same with what the bank charged for it. */
        public Returned charging(Money fee) {
            return new Returned(payment, on, reason, Objects.requireNonNull(fee, "fee"));
        }

        /** What the bank charged for it. */
        public Optional<Money> fee() {
            return Optional.ofNullable(charged);
        }

        @Override
        public ChequeTrigger trigger() {
            return ChequeTrigger.RETURNED;
        }
    }

    /**
     * Time passed. Written by the provider once it has: a cheque that counted as money goes on counting as such when the
     * configured hold changes.
     *
     * @param trigger what time did; one that {@link ChequeTrigger#isOfTime()}
     */
    record Passed(String payment, LocalDate on, ChequeTrigger trigger) implements ChequeFact {
        public Passed {
            Facts.named(payment, "payment");
            Objects.requireNonNull(on, "on");
            if (!trigger.isOfTime()) {
                throw new IllegalArgumentException(
                        "trigger " + trigger.code() + " of " + payment + " does not come by time: use its own fact");
            }
        }
    }
}
