package io.receivables.core;

import io.receivables.core.internal.Checks;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Undoes a payment (a bounced cheque, a returned debit) or one allocation, from its date on; what was true before stays
 * true. Reversing a payment also ends its allocations, so that the items they settled are open again; reversing an
 * allocation leaves its amount on the payment or credit note, unapplied.
 *
 * @param id the identifier, unique among reversals
 * @param target whether a payment or an allocation is undone
 * @param targetId the payment's or allocation's id
 * @param date the effective date
 * @param reason why; empty when not stated
 * @param recordedOn the day on which it became known
 */
public record Reversal(String id, Target target, String targetId, LocalDate date, String reason, LocalDate recordedOn)
        implements Fact {

    /** What is undone. */
    public enum Target {
        PAYMENT("payment"),
        ALLOCATION("allocation");

        private final String code;

        Target(String code) {
            this.code = code;
        }

        /** The pinned text of this target in files and stores. */
        public String code() {
            return code;
        }

        /**
         * The target of a code.
         *
         * @throws IllegalArgumentException if there is none of that code
         */
        public static Target ofCode(String code) {
            for (Target target : values()) {
                if (target.code.equals(code)) {
                    return target;
                }
            }
            throw new IllegalArgumentException(
                    "target \"" + code + "\" is unknown: use " + PAYMENT.code + " or " + ALLOCATION.code);
        }
    }

    public Reversal {
        Checks.id(id, "reversal id");
        Objects.requireNonNull(target, "target");
        Checks.id(targetId, "target id of reversal", id);
        Checks.date(date, "date of reversal", id);
        Objects.requireNonNull(reason, "reason");
        Checks.date(recordedOn, "recordedOn of reversal", id);
    }

    public static Reversal ofPayment(String id, String paymentId, LocalDate date) {
        return new Reversal(id, Target.PAYMENT, paymentId, date, "", date);
    }

    public static Reversal ofAllocation(String id, String allocationId, LocalDate date) {
        return new Reversal(id, Target.ALLOCATION, allocationId, date, "", date);
    }

    public Reversal because(String reason) {
        return new Reversal(id, target, targetId, date, reason, recordedOn);
    }

    public Reversal recordedOn(LocalDate recordedOn) {
        return new Reversal(id, target, targetId, date, reason, recordedOn);
    }

    @Override
    public FactKind kind() {
        return FactKind.REVERSAL;
    }
}
