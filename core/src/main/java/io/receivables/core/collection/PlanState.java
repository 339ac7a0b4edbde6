package io.receivables.core.collection;

import io.receivables.core.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * How a payment plan stood at the end of a day. What was received and what is missing add up to the plan's total, and so
 * do those of its instalments.
 *
 * @param plan what was agreed
 * @param status how it stands
 * @param instalments the instalments in their order
 * @param received what reached the plan's items since the agreement, at most the total
 * @param missing the rest
 */
public record PlanState(
        PaymentPlan plan, Status status, List<InstalmentState> instalments, Money received, Money missing) {
    public PlanState {
        instalments = List.copyOf(instalments);
    }

    /** How a plan stands. */
    public enum Status {
        /** No instalment is unpaid beyond its deadline. */
        RUNNING("running"),
        /** An instalment is unpaid beyond its deadline, within the tolerance. */
        BEHIND("behind"),
        /** An instalment was unpaid beyond the tolerance. Money that comes later does not mend that. */
        BROKEN("broken"),
        /** All instalments are paid, none of them beyond the tolerance. */
        COMPLETED("completed"),
        /** It was cancelled while it was running or behind. */
        CANCELLED("cancelled");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        /** The pinned text of this status in files and stores. */
        public String code() {
            return code;
        }
    }

    /**
     * How an instalment of a plan stood; after a cancellation, how it stood when the plan was cancelled. Money pays
     * instalments in their order.
     *
     * @param number its position from 1
     * @param dueDate when it was to be paid
     * @param amount how much
     * @param received what of it came, in time or not
     * @param missing the rest
     * @param status how it stands
     */
    public record InstalmentState(
            int number, LocalDate dueDate, Money amount, Money received, Money missing, InstalmentStatus status) {}

    /** How an instalment of a plan stands. */
    public enum InstalmentStatus {
        /** There is time left, and not all has come. */
        OPEN("open"),
        /** Paid in full by its deadline. */
        KEPT("kept"),
        /** Paid in full after its deadline, within the tolerance. */
        PAID_LATE("paid-late"),
        /** Not paid in full by its deadline; the tolerance is not over. */
        BEHIND("behind"),
        /** Not paid in full by the end of the tolerance. */
        BROKEN("broken");

        private final String code;

        InstalmentStatus(String code) {
            this.code = code;
        }

        /** The pinned text of this status in files and stores. */
        public String code() {
            return code;
        }
    }
}
