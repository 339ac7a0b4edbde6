package io.receivables.core.collection;

import io.receivables.core.internal.Checks;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Ends a promise or a payment plan that is no longer expected to be kept, or releases a credit hold, from its date on;
 * what was true before stays true. A promise or plan that was kept or broken by then stays so.
 *
 * @param id the identifier, unique among cancellations
 * @param target what is ended
 * @param targetId the promise's, plan's or hold's id
 * @param date the first day on which it is over
 * @param reason why; empty when not stated
 * @param recordedOn the day on which it became known
 */
public record Cancellation(
        String id, Target target, String targetId, LocalDate date, String reason, LocalDate recordedOn)
        implements CollectionFact {

    /** What is ended. */
    public enum Target {
        PROMISE("promise-to-pay", CollectionFactKind.PROMISE_TO_PAY),
        PLAN("payment-plan", CollectionFactKind.PAYMENT_PLAN),
        HOLD("credit-hold", CollectionFactKind.CREDIT_HOLD);

        private final String code;
        private final CollectionFactKind kind;

        Target(String code, CollectionFactKind kind) {
            this.code = code;
            this.kind = kind;
        }

        /** The pinned text of this target in files and stores. */
        public String code() {
            return code;
        }

        /** The kind of the fact that is ended. */
        public CollectionFactKind kind() {
            return kind;
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
                    "target \"" + code + "\" is unknown: use " + PROMISE.code + ", " + PLAN.code + " or " + HOLD.code);
        }
    }

    public Cancellation {
        Checks.id(id, "cancellation id");
        Objects.requireNonNull(target, "target");
        Checks.id(targetId, "target id of cancellation", id);
        Checks.date(date, "date of cancellation", id);
        Objects.requireNonNull(reason, "reason");
        Checks.date(recordedOn, "recordedOn of cancellation", id);
    }

    public static Cancellation ofPromise(String id, String promiseId, LocalDate date) {
        return new Cancellation(id, Target.PROMISE, promiseId, date, "", date);
    }

    public static Cancellation ofPlan(String id, String planId, LocalDate date) {
        return new Cancellation(id, Target.PLAN, planId, date, "", date);
    }

    /** The release of a credit hold. */
    public static Cancellation ofHold(String id, String holdId, LocalDate date) {
        return new Cancellation(id, Target.HOLD, holdId, date, "", date);
    }

    public Cancellation because(String reason) {
        return new Cancellation(id, target, targetId, date, reason, recordedOn);
    }

    public Cancellation recordedOn(LocalDate recordedOn) {
        return new Cancellation(id, target, targetId, date, reason, recordedOn);
    }

    @Override
    public CollectionFactKind kind() {
        return CollectionFactKind.CANCELLATION;
    }
}
